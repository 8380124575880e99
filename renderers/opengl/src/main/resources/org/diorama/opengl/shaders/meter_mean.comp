// Histogram of luminance -> the factor that brings its middle tones to their gray: the mean of the
// logarithms without the darkest and the brightest shares, which are shadows, lamps and sun. Dim
// light stays darker, see Development.meteredGray.
#include "view.glsl"
layout(local_size_x = 1) in;
layout(std430, binding = METER) buffer MeterBlock {
  float factor;
  uint bins[METER_BINS];
  uint steps[METER_BINS];
};

void main() {
  uint all = 0u;
  for (uint bin = 0u; bin < METER_BINS; bin++) {
    all += bins[bin];
  }
  float low = METER_DARKEST * float(all);
  float high = (1.0 - METER_BRIGHTEST) * float(all);
  float before = 0.0;
  float weight = 0.0;
  float sum = 0.0;
  for (uint bin = 0u; bin < METER_BINS; bin++) {
    float after = before + float(bins[bin]);
    float counted = max(min(after, high) - max(before, low), 0.0);
    // Whole steps are counted: the half that each lacks on average is added.
    float within = bins[bin] == 0u ? 0.0 : float(steps[bin]) / float(bins[bin]) + 0.5;
    sum += counted * (float(bin) + within / METER_STEPS - 0.5 * float(METER_BINS)) * 0.25;
    weight += counted;
    before = after;
  }
  float stops = sum / max(weight, 1.0);
  float dim = clamp(DIM_STOPS - (stops - log2(view.exposure.x)), 0.0, DIM_RANGE);
  factor = MIDDLE_GRAY * exp2(-DIM_SHARE * dim - stops);
}
