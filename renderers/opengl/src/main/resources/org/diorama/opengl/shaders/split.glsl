// Planar depth up to which things are shaded: a ground that goes on to the horizon would take the
// maps' texels from all that is near.
float shadowReach(float nearest, float farthest) {
  return min(farthest, max(SUN_REACH, SUN_REACH_SHARE * nearest));
}

// Rounded down to a sixteenth of its leading digit, so that small moves of what is nearest don't part
// the layers elsewhere: maps that stay as they are needn't be drawn again.
float coarse(float value) {
  return uintBitsToFloat(floatBitsToUint(value) & 0xFFF80000u);
}

// Planar depth that parts the shadow layers: between the geometric and the arithmetic mean of the
// range that the image shows, after the practical split scheme of Zhang et al. (2006).
float splitDepth(float nearest, float farthest) {
  float near_ = coarse(nearest);
  float far_ = coarse(farthest);
  return mix(sqrt(near_ * far_), 0.5 * (near_ + far_), 0.1);
}
