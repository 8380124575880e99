#include "shadow.glsl"
#include "fetch.glsl"
struct Caster {
  vec4 lightX; // rows of light space from object; w: translation
  vec4 lightY;
  vec4 lightZ;
};
layout(std430, binding = CASTERS) readonly buffer CasterBlock { Caster casters[]; };
