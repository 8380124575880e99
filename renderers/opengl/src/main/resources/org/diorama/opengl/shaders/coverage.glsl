#include "transform.glsl"
// A rectangle of bits, one a pixel, rows padded to words.
struct Target {
  uint transform;
  uint firstWord;
  uint wordsPerRow;
  uint tableEntry;
  uint left;
  uint top;
  uint width;
  uint height;
};
layout(std430, binding = TARGETS) readonly buffer TargetBlock { Target targets[]; };
layout(std430, binding = COVERAGE_DRAWS) readonly buffer CoverageDrawBlock { uvec2 coverageDraws[]; }; // target, material
