// Draws each instance alone: its target says which camera sees it and where its bits lie.
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
  gl_Position = clipPosition(transforms[targets[coverageDraws[coverageIndex].x].transform], position);
}
