// Each instance's own luminance and that of its surroundings, summed into its row of the table. One
// invocation takes STRIP pixels of a row, and from the pixels within RING of them, as bits of a word,
// finds which surround whom.
#include "view.glsl"
#include "fetch.glsl"
#include "bare.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(binding = RADIANCE_UNIT) uniform sampler2D radiance;
layout(std430, binding = TABLE) buffer TableBlock { uint table[]; };

const uint NONE = 0xffffffffu;

// The pixels of a part of a row that show an id, as bits; lowers next to the least id above it.
uint pixelsOf(uint id, uint first, uint count, inout uint next) {
  uint strip = first / STRIP;
  uint alike = result[view.places.w + strip];
  for (strip++; strip <= (first + count - 1u) / STRIP; strip++) {
    alike = result[view.places.w + strip] == alike ? alike : NONE;
  }
  if (alike != NONE) {
    next = alike > id ? min(next, alike) : next;
    return alike == id ? (1u << count) - 1u : 0u;
  }
  uint bits = 0u;
  for (uint i = 0u; i < count; i++) {
    uint pixel = first + i;
    uint here = (result[view.places.y + (pixel >> 1u)] >> (16u * (pixel & 1u))) & 0xffffu;
    bits |= here == id ? 1u << i : 0u;
    next = here > id ? min(next, here) : next;
  }
  return bits;
}

// Surfaces stand by rising id.
uint rowOf(uint id) {
  uint low = 0u;
  uint high = view.size.w - 1u;
  while (low < high) {
    uint middle = (low + high) >> 1u;
    bool before = floatBitsToUint(surfaceAt(middle).worldX.w) < id;
    low = before ? middle + 1u : low;
    high = before ? high : middle;
  }
  return floatBitsToUint(surfaceAt(low).worldY.w);
}

// In whole steps of 64 bits: the order of additions changes nothing.
void add(uint word, float sum) {
  float high = floor(sum * (CONTRAST_STEPS / 4294967296.0));
  uint low = uint((sum - high * (4294967296.0 / CONTRAST_STEPS)) * CONTRAST_STEPS);
  uint carry = atomicAdd(table[word], low) > NONE - low ? 1u : 0u;
  if (uint(high) + carry > 0u) {
    atomicAdd(table[word + 1u], uint(high) + carry);
  }
}

// Adds those pixels of a strip whose bits are set.
void addPixels(uint word, ivec2 first, uint pixels) {
  float drawn = 0.0;
  float bare = 0.0;
  bool air = hasAir();
  while (pixels != 0u) {
    ivec2 place = first + ivec2(findLSB(pixels), 0);
    pixels &= pixels - 1u;
    float luminance = luminanceOf(texelFetch(radiance, place, 0).rgb);
    drawn += luminance;
    bare += air ? bareLuminance(place) : luminance;
  }
  add(word, drawn);
  add(word + 2u, bare);
}

void main() {
  ivec2 size = ivec2(view.size.xy);
  // Invocations that run together take strips that lie above each other: they meet the same ids.
  ivec2 first = ivec2(int(gl_GlobalInvocationID.x) / size.y * int(STRIP),
      int(gl_GlobalInvocationID.x) % size.y);
  if (first.x >= size.x) {
    return;
  }
  int count = min(int(STRIP), size.x - first.x);
  uint all = (1u << count) - 1u;
  ivec2 low = max(first - RING, ivec2(0));
  ivec2 high = min(first + ivec2(count, 1) + RING, size);
  // Ids in rising order, from that of the sky: each turn finds the next one.
  uint id = 0u;
  while (id != NONE) {
    uint next = NONE;
    uint near = 0u;
    uint own = 0u;
    for (int y = low.y; y < high.y; y++) {
      uint from = uint(y) * view.size.x + uint(low.x);
      uint row = pixelsOf(id, from, uint(high.x - low.x), next) << (low.x - first.x + RING);
      near |= row;
      own = y == first.y ? row : own;
    }
    if (id != 0u) {
      uint around = near;
      for (int i = 1; i <= RING; i++) {
        around |= near << i | near >> i;
      }
      own = own >> RING & all;
      around = around >> RING & all & ~own;
      uint place = rowOf(id) * TABLE_WORDS + CONTRAST;
      if (own != 0u) {
        addPixels(place, first, own);
      }
      if (around != 0u) {
        addPixels(place + 4u, first, around);
        atomicAdd(table[place + 8u], uint(bitCount(around)));
      }
    }
    id = next;
  }
}
