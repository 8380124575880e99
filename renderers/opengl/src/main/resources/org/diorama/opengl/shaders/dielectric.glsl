// What smooth borders and panes of glass mirror and let pass.

// Fresnel's share of unpolarized light that a smooth border mirrors; from: cosine of the angle to the
// normal; index: of what lies beyond over that of what lies before.
float fresnelDielectric(float from, float index) {
  float sine2 = (1.0 - from * from) / (index * index);
  if (sine2 >= 1.0) {
    return 1.0;
  }
  float to = sqrt(1.0 - sine2);
  float parallel = (index * from - to) / (index * from + to);
  float across = (from - index * to) / (from + index * to);
  return 0.5 * (parallel * parallel + across * across);
}

// Share that passes a pane whose sides mirror, back and forth.
vec3 paneTransmits(float mirrors, vec3 tint) {
  return (1.0 - mirrors) * (1.0 - mirrors) * tint / (1.0 - mirrors * mirrors * tint * tint);
}
