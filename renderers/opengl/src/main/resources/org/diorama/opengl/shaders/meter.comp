// Radiance -> histogram of its luminance, in quarters of a stop around an exposed value of 1, and
// where within its quarter each pixel lies, added up in METER_STEPS: so the meter is even, whatever
// shares a quarter.
#include "view.glsl"
layout(local_size_x = STRIP_GROUP) in;
layout(binding = RADIANCE_UNIT) uniform sampler2D radiance;
layout(std430, binding = METER) buffer MeterBlock {
  float factor;
  uint bins[METER_BINS];
  uint steps[METER_BINS];
};
shared uint counts[METER_BINS];
shared uint sums[METER_BINS];

void main() {
  for (uint bin = gl_LocalInvocationIndex; bin < METER_BINS; bin += STRIP_GROUP) {
    counts[bin] = 0u;
    sums[bin] = 0u;
  }
  barrier();
  uint pixels = view.size.x * view.size.y;
  uint first = gl_GlobalInvocationID.x * STRIP;
  for (uint pixel = first; pixel < min(first + STRIP, pixels); pixel++) {
    ivec2 place = ivec2(int(pixel % view.size.x), int(pixel / view.size.x));
    vec3 light = texelFetch(radiance, place, 0).rgb;
    float stops = log2(max(dot(light, vec3(0.2126, 0.7152, 0.0722)), 1e-9));
    float bin = clamp(4.0 * stops + 0.5 * float(METER_BINS), 0.0, float(METER_BINS) - 0.001);
    atomicAdd(counts[uint(bin)], 1u);
    atomicAdd(sums[uint(bin)], uint(fract(bin) * METER_STEPS));
  }
  barrier();
  for (uint bin = gl_LocalInvocationIndex; bin < METER_BINS; bin += STRIP_GROUP) {
    if (counts[bin] != 0u) {
      atomicAdd(bins[bin], counts[bin]);
      atomicAdd(steps[bin], sums[bin]);
    }
  }
}
