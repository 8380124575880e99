#define STORED 1
#include "lamp_caster.glsl"
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
  Face face = faceAt(faceIndex);
  Draw draw = drawAt(drawIndex);
#ifdef ALPHA_TESTED
  material = draw.material;
  uv = textureCoordinates;
#endif
  gl_Position = inFace(face, placeOf(casterOf(face, castersPerCell, draw), position));
}
