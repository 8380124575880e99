// Bits of each coverage target -> silhouette pixels in the instance table.
#include "coverage.glsl"
layout(local_size_x = 32) in;
layout(std430, binding = BITS) readonly buffer BitBlock { uint bits[]; };
layout(std430, binding = TABLE) buffer TableBlock { uint table[]; };

layout(location = 0) uniform uint firstTarget;

void main() {
  Target target = targets[firstTarget + gl_WorkGroupID.x];
  uint words = target.wordsPerRow * target.height;
  uint count = 0u;
  for (uint word = gl_LocalInvocationID.x; word < words; word += 32u) {
    count += uint(bitCount(bits[target.firstWord + word]));
  }
  if (count > 0u) {
    atomicAdd(table[target.tableEntry * TABLE_WORDS + 7u], count);
  }
}
