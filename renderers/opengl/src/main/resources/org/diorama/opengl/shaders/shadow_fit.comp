// Depth plane, and depths of glass before it -> bounds of the receivers in light space, a record for
// each shadow layer.
#include "view.glsl"
#include "shadow.glsl"
#include "split.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(std430, binding = RESULT) readonly buffer ResultBlock { uint result[]; };
layout(std430, binding = TABLE) readonly buffer TableBlock { uint table[]; };
#ifdef GLASS
layout(binding = GLASS_UNIT) uniform sampler2D glass[GLASS_LAYERS];
#endif

struct Bounds {
  vec3 low;
  vec3 high;
};

// Bounds of receivers as far away as that, on a grid of a 256th of it or less: they stay the same
// where little moves.
void add(uint layer, Bounds bounds, float farthest) {
  uint first = layer * 8u;
  if (bounds.low.x <= bounds.high.x) {
    float grid = uintBitsToFloat(floatBitsToUint(farthest) & 0x7F800000u) / 256.0;
    vec3 low = floor(bounds.low / grid) * grid;
    vec3 high = ceil(bounds.high / grid) * grid;
    atomicMax(fit[first], ordered(-low.x));
    atomicMax(fit[first + 1u], ordered(high.x));
    atomicMax(fit[first + 2u], ordered(-low.y));
    atomicMax(fit[first + 3u], ordered(high.y));
    atomicMax(fit[first + 4u], ordered(-low.z));
    atomicMax(fit[first + 5u], ordered(high.z));
  }
}

// ray: to a planar depth of 1, in light space
void include(vec3 ray, float depth, float split, float reach, inout Bounds near_, inout Bounds far_) {
  if (depth > 0.0 && depth <= reach) {
    vec3 light = ray * depth;
    bool isNear = depth < split;
    near_.low = isNear ? min(near_.low, light) : near_.low;
    near_.high = isNear ? max(near_.high, light) : near_.high;
    far_.low = isNear ? far_.low : min(far_.low, light);
    far_.high = isNear ? far_.high : max(far_.high, light);
  }
}

void main() {
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  uint summary = view.size.z * TABLE_WORDS;
  float nearest = uintBitsToFloat(~table[summary + 5u]);
  float reach = shadowReach(nearest, uintBitsToFloat(table[summary + 6u]));
  float split = splitDepth(nearest, reach);
  Bounds near_ = Bounds(vec3(3e38), vec3(-3e38));
  Bounds far_ = near_;
  vec2 center = vec2(float(view.centerX), float(view.centerY));
  vec2 inverseFocal = vec2(float(view.inverseFocalX), float(view.inverseFocalY));
  for (uint pixel = first; pixel < min(first + STRIP, pixels); pixel++) {
    uvec2 here = uvec2(pixel % view.size.x, pixel / view.size.x);
    vec3 world = worldDirection(vec3((vec2(here) + 0.5 - center) * inverseFocal, 1.0));
    vec3 ray = lightFromWorld(world);
    float depth = uintBitsToFloat(result[view.places.x + pixel]);
    include(ray, depth, split, reach, near_, far_);
#ifdef GLASS
    for (int i = 0; i < GLASS_LAYERS; i++) {
      float window = texelFetch(glass[i], ivec2(here), 0).x;
      if (window == 0.0) {
        break;
      }
      include(ray, NEAR / window, split, reach, near_, far_);
    }
#endif
  }
  add(0u, near_, split);
  add(1u, far_, reach);
}
