// A face of a lamp's shadow map: perspective, depth = LAMP_NEAR / distance along the face's axis.
#include "lamp.glsl"
#include "records.glsl"
struct LampCaster {
  vec4 lampX; // rows of the lamp's frame from object; w: translation
  vec4 lampY;
  vec4 lampZ;
};
layout(std430, binding = CASTERS) readonly buffer CasterBlock { LampCaster casters[]; };
layout(std430, binding = DRAWS) readonly buffer DrawBlock { Draw draws[]; };
layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
layout(location = 0) uniform uint faceIndex;
layout(location = 1) uniform uint castersPerCell;
#ifdef ALPHA_TESTED
layout(location = 2) in vec2 textureCoordinates;
layout(location = 0) flat out uint material;
layout(location = 1) out vec2 uv;
#endif

void main() {
  Face face = faces[faceIndex];
  LampCaster caster = casters[uint(face.up.w) * castersPerCell + draws[drawIndex].instance];
  vec4 place = vec4(position, 1.0);
  vec3 p = vec3(dot(caster.lampX, place), dot(caster.lampY, place), dot(caster.lampZ, place));
#ifdef ALPHA_TESTED
  material = draws[drawIndex].material;
  uv = textureCoordinates;
#endif
  gl_Position = vec4(
      dot(face.right.xyz, p) / face.right.w,
      dot(face.up.xyz, p) / face.right.w,
      LAMP_NEAR,
      dot(face.forward.xyz, p));
}
