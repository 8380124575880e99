// What lets light pass, in a face of a lamp's maps: see lamp_shadow.vert.
#define STORED 1
#include "lamp_caster.glsl"
#include "normals.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
layout(location = 2) in vec2 textureCoordinates;
layout(location = 0) uniform uint faceIndex;
layout(location = 1) uniform uint castersPerCell;
layout(location = 0) flat out uint material;
layout(location = 1) out vec2 uv;
layout(location = 2) out vec3 light;  // in the lamp's frame
layout(location = 3) out vec3 normal; // likewise, of any length; zero where vertices have none
layout(location = 4) flat out float middle; // of the instance, along the face's axis

void main() {
  Face face = faceAt(faceIndex);
  Draw draw = drawAt(drawIndex);
  LampCaster caster = casterOf(face, castersPerCell, draw);
  light = placeOf(caster, position);
  vec3 world = worldNormal(surfaceAt(draw.instance), octahedral(attributesAt(gl_VertexID).x));
  normal = lampVector(cells[int(face.up.w)], world);
  middle = dot(face.forward.xyz, vec3(caster.lampX.w, caster.lampY.w, caster.lampZ.w));
  material = draw.material;
  uv = textureCoordinates;
  gl_Position = inFace(face, light);
}
