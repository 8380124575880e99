// Writes what is seen at the pixel's center: draw number + 1 and triangle of that draw.
#ifdef ALPHA_TESTED
#include "alpha.glsl"
layout(location = 1) in vec2 uv;
#endif
layout(location = 0) flat in uint draw;
layout(location = 0) out uvec2 visible;

void main() {
#ifdef ALPHA_TESTED
  if (!isSolid(drawAt(draw).material, uv)) {
    discard;
  }
#endif
  visible = uvec2(draw + 1u, uint(gl_PrimitiveID));
}
