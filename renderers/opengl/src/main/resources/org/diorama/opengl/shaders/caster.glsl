#include "shadow.glsl"
struct Caster {
  vec4 lightX; // rows of light space from object; w: translation
  vec4 lightY;
  vec4 lightZ;
  vec4 center; // of its bounds in light space
  vec4 halfSize;
};
layout(std430, binding = CASTERS) readonly buffer CasterBlock { Caster casters[]; };
layout(std430, binding = DRAWS) readonly buffer DrawBlock { Draw draws[]; };
