#define STORED 1
#include "caster.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
layout(location = 0) uniform uint layerIndex;
#ifdef ALPHA_TESTED
layout(location = 2) in vec2 textureCoordinates;
layout(location = 0) flat out uint material;
layout(location = 1) out vec2 uv;
#endif

void main() {
  Caster caster = casters[drawAt(drawIndex).instance];
  vec4 place = vec4(position, 1.0);
  vec3 light = vec3(dot(caster.lightX, place), dot(caster.lightY, place), dot(caster.lightZ, place));
#ifdef ALPHA_TESTED
  material = drawAt(drawIndex).material;
  uv = textureCoordinates;
#endif
  gl_Position = vec4(shadowPlace(layerOf(layerIndex), light), 1.0);
}
