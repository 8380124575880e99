// A face of a lamp's maps: perspective, depth = LAMP_NEAR / distance along the face's axis.
#include "lamp.glsl"
#include "fetch.glsl"
struct LampCaster {
  vec4 lampX; // rows of the lamp's frame from object; w: translation
  vec4 lampY;
  vec4 lampZ;
};
layout(std430, binding = CASTERS) readonly buffer CasterBlock { LampCaster casters[]; };

// perCell: casters of each
LampCaster casterOf(Face face, uint perCell, Draw draw) {
  return casters[uint(face.up.w) * perCell + draw.instance];
}

// In the lamp's frame.
vec3 placeOf(LampCaster caster, vec3 position) {
  vec4 place = vec4(position, 1.0);
  return vec3(dot(caster.lampX, place), dot(caster.lampY, place), dot(caster.lampZ, place));
}

vec4 inFace(Face face, vec3 p) {
  return vec4(
      dot(face.right.xyz, p) / face.right.w,
      dot(face.up.xyz, p) / face.right.w,
      LAMP_NEAR,
      dot(face.forward.xyz, p));
}
