// Depth plane -> bounds of the receivers in light space, a record for each shadow layer.
#include "view.glsl"
#include "shadow.glsl"
#include "split.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(std430, binding = RESULT) readonly buffer ResultBlock { uint result[]; };
layout(std430, binding = TABLE) readonly buffer TableBlock { uint table[]; };

// Bounds of receivers as far away as that, on a grid of a 256th of it or less: they stay the same
// where little moves.
void add(uint layer, vec3 low, vec3 high, float farthest) {
  uint first = layer * 8u;
  if (low.x <= high.x) {
    float grid = uintBitsToFloat(floatBitsToUint(farthest) & 0x7F800000u) / 256.0;
    low = floor(low / grid) * grid;
    high = ceil(high / grid) * grid;
    atomicMax(fit[first], ordered(-low.x));
    atomicMax(fit[first + 1u], ordered(high.x));
    atomicMax(fit[first + 2u], ordered(-low.y));
    atomicMax(fit[first + 3u], ordered(high.y));
    atomicMax(fit[first + 4u], ordered(-low.z));
    atomicMax(fit[first + 5u], ordered(high.z));
  }
}

void main() {
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  uint summary = view.size.z * TABLE_WORDS;
  float nearest = uintBitsToFloat(~table[summary + 5u]);
  float reach = shadowReach(nearest, uintBitsToFloat(table[summary + 6u]));
  float split = splitDepth(nearest, reach);
  vec3 nearLow = vec3(3e38);
  vec3 nearHigh = vec3(-3e38);
  vec3 farLow = vec3(3e38);
  vec3 farHigh = vec3(-3e38);
  vec2 center = vec2(float(view.centerX), float(view.centerY));
  vec2 inverseFocal = vec2(float(view.inverseFocalX), float(view.inverseFocalY));
  for (uint pixel = first; pixel < min(first + STRIP, pixels); pixel++) {
    float depth = uintBitsToFloat(result[view.places.x + pixel]);
    if (depth > 0.0 && depth <= reach) {
      vec2 place = vec2(float(pixel % view.size.x), float(pixel / view.size.x)) + 0.5;
      vec3 world = worldDirection(vec3((place - center) * inverseFocal, 1.0)) * depth;
      vec3 light = lightFromWorld(world);
      bool isNear = depth < split;
      nearLow = isNear ? min(nearLow, light) : nearLow;
      nearHigh = isNear ? max(nearHigh, light) : nearHigh;
      farLow = isNear ? farLow : min(farLow, light);
      farHigh = isNear ? farHigh : max(farHigh, light);
    }
  }
  add(0u, nearLow, nearHigh, split);
  add(1u, farLow, farHigh, reach);
}
