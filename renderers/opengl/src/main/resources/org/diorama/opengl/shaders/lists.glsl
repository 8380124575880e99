// Lists of pixels that kernels work on, with the arguments of their indirect dispatch. Both CPUs and
// GPUs run all of a kernel for a group of pixels that needs parts of it: lists keep them apart.
const uint PLAIN = 0u;
const uint TEXTURED = 1u;
const uint EDGES = 2u;
const uint FINISHED = 3u;
const uint GLASS = 4u;

struct List {
  uint groups; // x, y, z of the dispatch
  uint one;
  uint alsoOne;
  uint count;
};
layout(std430, binding = LISTS) buffer ListBlock {
  List lists[5];
  uint entries[]; // view.size.x * view.size.y for each list
};

uint entryOf(uint list, uint index) {
  return list * view.size.x * view.size.y + index;
}

void append(uint list, uint first, uint mask) {
  uint number = uint(bitCount(mask));
  if (number == 0u) {
    return;
  }
  uint index = atomicAdd(lists[list].count, number);
  atomicMax(lists[list].groups, (index + number + LIST_GROUP - 1u) / LIST_GROUP);
  while (mask != 0u) {
    uint bit = uint(findLSB(mask));
    entries[entryOf(list, index)] = first + bit;
    index++;
    mask &= mask - 1u;
  }
}
