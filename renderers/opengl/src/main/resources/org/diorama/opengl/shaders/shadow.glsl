// The sun's shadow maps: one orthographic layer for the near and one for the far receivers, fitted
// to what the image shows (sample distribution shadow maps: Lauritzen, Salvi and Lefohn, 2011).
// Light space is relative to the camera; its third axis points to the sun.
#include "records.glsl"

// Bounds of the receivers as maxima of order-preserving integers, so that zeros are empty:
// -x, x, -y, y, -z, z; one such record a layer. The seventh word is the greatest z of any caster, the
// eighth the number of the depth layer that holds its map, and above sixteen bits that of the layer of
// what glass takes, plus 1; 0 for none.
layout(std430, binding = SHADOW_FIT) buffer FitBlock { uint fit[]; };

uint ordered(float value) {
  uint word = floatBitsToUint(value);
  return (word & 0x80000000u) != 0u ? ~word : word | 0x80000000u;
}

float unordered(uint word) {
  return uintBitsToFloat((word & 0x80000000u) != 0u ? word & 0x7fffffffu : ~word);
}

uint mapOf(uint index) {
  return fit[index * 8u + 7u] & 0xFFFFu;
}

uint glassMapOf(uint index) {
  return fit[index * 8u + 7u] >> 16;
}

struct Layer {
  vec2 center;
  vec2 halfSize;
  float farthest; // least coordinate towards the sun
  float range;
};

Layer layerOf(uint index) {
  uint first = index * 8u;
  Layer layer;
  vec3 low = -vec3(unordered(fit[first]), unordered(fit[first + 2u]), unordered(fit[first + 4u]));
  vec3 high = vec3(unordered(fit[first + 1u]), unordered(fit[first + 3u]), unordered(fit[first + 5u]));
  layer.center = 0.5 * (low.xy + high.xy);
  // Room for the filter around the outermost receivers.
  layer.halfSize = 0.5 * (high.xy - low.xy) * (1.0 + 12.0 / SHADOW_SIZE) + 1e-3;
  float room = 0.01 + 1e-3 * (high.z - low.z);
  layer.farthest = low.z - room;
  // Up to the highest caster: how far it is away tells how soft its shadow is.
  float top = max(high.z, uintBitsToFloat(fit[first + 6u]));
  layer.range = top - low.z + 2.0 * room;
  return layer;
}

// x, y in [-1, 1], z in [0, 1] away from the sun.
vec3 shadowPlace(Layer layer, vec3 light) {
  return vec3(
      (light.xy - layer.center) / layer.halfSize, 1.0 - (light.z - layer.farthest) / layer.range);
}
