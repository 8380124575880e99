// Planar depth up to which things are shaded: a ground that goes on to the horizon would take the
// maps' texels from all that is near.
float shadowReach(float nearest, float farthest) {
  return min(farthest, max(SUN_REACH, SUN_REACH_SHARE * nearest));
}

// Planar depth that parts the shadow layers: between the geometric and the arithmetic mean of the
// range that the image shows, after the practical split scheme of Zhang et al. (2006).
float splitDepth(float nearest, float farthest) {
  return mix(sqrt(nearest * farthest), 0.5 * (nearest + farthest), 0.1);
}
