#include "coverage.glsl"
#ifdef ALPHA_TESTED
#include "alpha.glsl"
layout(location = 1) in vec2 uv;
#endif
layout(std430, binding = BITS) buffer BitBlock { uint bits[]; };
layout(location = 0) flat in uint coverage;

void main() {
  CoverageDraw draw = coverageDraws[coverage];
#ifdef ALPHA_TESTED
  if (!isSolid(draw.material, uv)) {
    discard;
  }
#endif
  Target target = targets[draw.target];
  uvec2 place = uvec2(gl_FragCoord.xy) - uvec2(target.left, target.top);
  if (place.x < target.width && place.y < target.height) {
    atomicOr(bits[target.firstWord + place.y * target.wordsPerRow + (place.x >> 5u)], 1u << (place.x & 31u));
  }
}
