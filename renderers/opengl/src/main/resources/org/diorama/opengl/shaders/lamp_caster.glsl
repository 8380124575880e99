// A face of a lamp's maps: perspective, depth = LAMP_NEAR / distance along the face's axis.
#include "lamp.glsl"
#include "fetch.glsl"
struct LampCaster {
  vec4 lampX; // rows of the lamp's frame from object; w: translation
  vec4 lampY;
  vec4 lampZ;
};

layout(binding = CASTER_UNIT) uniform samplerBuffer casterTexels;

LampCaster casterAt(uint i) {
  int first = CASTER_TEXELS * int(i);
  return LampCaster(
      texelFetch(casterTexels, first),
      texelFetch(casterTexels, first + 1),
      texelFetch(casterTexels, first + 2));
}

// perCell: casters of each
LampCaster casterOf(Face face, uint perCell, Draw draw) {
  return casterAt(uint(face.up.w) * perCell + draw.instance);
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
