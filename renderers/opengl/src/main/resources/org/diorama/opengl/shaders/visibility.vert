#define STORED 1
#include "transform.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex; // one a command, chosen by its base instance
#ifdef ALPHA_TESTED
layout(location = 2) in vec2 textureCoordinates;
layout(location = 1) out vec2 uv;
#endif
layout(location = 0) flat out uint draw;

invariant gl_Position;

void main() {
  draw = drawIndex;
#ifdef ALPHA_TESTED
  uv = textureCoordinates;
#endif
  gl_Position = clipPosition(transformAt(drawAt(drawIndex).instance), position);
}
