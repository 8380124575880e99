#include "shadow.glsl"
#include "fetch.glsl"
struct Caster {
  vec4 lightX; // rows of light space from object; w: translation
  vec4 lightY;
  vec4 lightZ;
};

layout(binding = CASTER_UNIT) uniform samplerBuffer casterTexels;

Caster casterAt(uint i) {
  int first = CASTER_TEXELS * int(i);
  return Caster(
      texelFetch(casterTexels, first),
      texelFetch(casterTexels, first + 1),
      texelFetch(casterTexels, first + 2));
}
