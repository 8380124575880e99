#include "transform.glsl"
// A rectangle of bits, one a pixel, rows padded to words.
struct Target {
  uint firstWord;
  uint wordsPerRow;
  uint tableEntry;
  uint left;
  uint top;
  uint width;
  uint height;
};
struct CoverageDraw {
  uint target;
  uint material;
  uint transform;
};
layout(std430, binding = TARGETS) readonly buffer TargetBlock { Target targets[]; };
layout(std430, binding = COVERAGE_DRAWS) readonly buffer CoverageDrawBlock { CoverageDraw coverageDraws[]; };
