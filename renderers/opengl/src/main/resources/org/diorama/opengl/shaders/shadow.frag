// Depth only; alpha-tested casters have holes.
#ifdef ALPHA_TESTED
#include "alpha.glsl"
layout(location = 0) flat in uint material;
layout(location = 1) in vec2 uv;
#endif

void main() {
#ifdef ALPHA_TESTED
  if (!isSolid(material, uv)) {
    discard;
  }
#endif
}
