// Visibility -> planes of depth and instance, the id that all pixels of a strip have in common or
// NONE, and each instance's pixels, box and depth range.
// One invocation takes STRIP consecutive pixels and adds a run of equal instances at once.
#include "triangle.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(binding = VISIBILITY_UNIT) uniform usampler2D visibility;
layout(std430, binding = RESULT) writeonly buffer ResultBlock { uint result[]; };
layout(std430, binding = TABLE) buffer TableBlock { uint table[]; };

const uint NONE = 0xffffffffu;

struct Run {
  uint entry; // row of the table
  uint left;
  uint row;
  uint count;
  float nearest;
  float farthest;
};

// Every bound is kept as a maximum, so that a table of zeros is empty.
void add(uint entry, Run run) {
  uint place = entry * TABLE_WORDS;
  atomicAdd(table[place], run.count);
  atomicMax(table[place + 1u], view.size.x - run.left);
  atomicMax(table[place + 2u], view.size.y - run.row);
  atomicMax(table[place + 3u], run.left + run.count);
  atomicMax(table[place + 4u], run.row + 1u);
  atomicMax(table[place + 5u], ~floatBitsToUint(run.nearest));
  atomicMax(table[place + 6u], floatBitsToUint(run.farthest));
  // The last row sums up the view; shadows are fitted to its depth range.
  uint all = view.size.z * TABLE_WORDS;
  atomicMax(table[all + 5u], ~floatBitsToUint(run.nearest));
  atomicMax(table[all + 6u], floatBitsToUint(run.farthest));
}

void main() {
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  Run run = Run(NONE, 0u, 0u, 0u, 0.0, 0.0);
  uint pair = 0u;
  uint alike = NONE;
  for (uint pixel = first; pixel < min(first + STRIP, pixels); pixel++) {
    uvec2 place = uvec2(pixel % view.size.x, pixel / view.size.x);
    uvec2 visible = texelFetch(visibility, ivec2(place), 0).xy;
    uint row = NONE;
    uint id = 0u;
    float depth = 0.0;
    if (visible.x != 0u) {
      Triangle triangle = triangleOf(visible);
      row = floatBitsToUint(surfaceAt(triangle.instance).worldY.w);
      id = floatBitsToUint(surfaceAt(triangle.instance).worldX.w);
      dvec3 direction = objectDirection(triangle.instance, cameraDirection(dvec2(place) + 0.5LF));
      depth = planarDepth(triangle, meet(triangle, direction));
    }
    result[view.places.x + pixel] = floatBitsToUint(depth);
    alike = pixel == first || alike == id ? id : NONE;
    pair |= id << (16u * (pixel & 1u));
    if ((pixel & 1u) == 1u || pixel + 1u == pixels) {
      result[view.places.y + (pixel >> 1u)] = pair;
      pair = 0u;
    }
    if (row == run.entry && place.y == run.row) {
      run.count++;
      run.nearest = min(run.nearest, depth);
      run.farthest = max(run.farthest, depth);
    } else {
      if (run.entry != NONE) {
        add(run.entry, run);
      }
      run = Run(row, place.x, place.y, 1u, depth, depth);
    }
  }
  if (run.entry != NONE) {
    add(run.entry, run);
  }
  if (first < pixels) {
    result[view.places.w + gl_GlobalInvocationID.x] = alike;
  }
}
