// What stands in the way of what comes from a direction, as seen from there: places along it and heights.
#define STORED 1
#include "view.glsl"
#include "caster.glsl"
layout(location = 0) uniform vec4 area[2]; // as view.roof and view.roofRange
layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
#ifdef ALPHA_TESTED
layout(location = 2) in vec2 textureCoordinates;
layout(location = 0) flat out uint material;
layout(location = 1) out vec2 uv;
#endif

void main() {
  Caster caster = casters[drawAt(drawIndex).instance];
  vec4 place = vec4(position, 1.0);
  vec3 world = vec3(dot(caster.lightX, place), dot(caster.lightY, place), dot(caster.lightZ, place));
#ifdef ALPHA_TESTED
  material = drawAt(drawIndex).material;
  uv = textureCoordinates;
#endif
  gl_Position = vec4((world.xy + world.z * area[1].zw - area[0].xy) * area[0].z,
      1.0 - (world.z - area[0].w) / area[1].x, 1.0);
}
