// What keeps rain and snow off, from straight above.
#include "view.glsl"
#include "caster.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
#ifdef ALPHA_TESTED
layout(location = 2) in vec2 textureCoordinates;
layout(location = 0) flat out uint material;
layout(location = 1) out vec2 uv;
#endif

void main() {
  Caster caster = casters[draws[drawIndex].instance];
  vec4 place = vec4(position, 1.0);
  vec3 world = vec3(dot(caster.lightX, place), dot(caster.lightY, place), dot(caster.lightZ, place));
#ifdef ALPHA_TESTED
  material = draws[drawIndex].material;
  uv = textureCoordinates;
#endif
  gl_Position = vec4((world.xy - view.roof.xy) * view.roof.z,
      1.0 - (world.z - view.roof.w) / view.roofRange.x, 1.0);
}
