// Draws each instance alone: transforms say which camera sees it, its target where its bits lie.
#define STORED 1
#include "coverage.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in uint coverageIndex;
layout(location = 0) flat out uint coverage;
#ifdef ALPHA_TESTED
layout(location = 2) in vec2 textureCoordinates;
layout(location = 1) out vec2 uv;
#endif

invariant gl_Position;

void main() {
  coverage = coverageIndex;
#ifdef ALPHA_TESTED
  uv = textureCoordinates;
#endif
  gl_Position = clipPosition(transformAt(coverageDraws[coverageIndex].transform), position);
}
