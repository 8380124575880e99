// Planar depth that parts the shadow layers: between the geometric and the arithmetic mean of the
// range that the image shows, after the practical split scheme of Zhang et al. (2006).
float splitDepth(float nearest, float farthest) {
  return mix(sqrt(nearest * farthest), 0.5 * (nearest + farthest), 0.1);
}
