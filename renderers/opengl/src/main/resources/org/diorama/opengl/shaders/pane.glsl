// What borders and panes of glass mirror and let pass.

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

// The finish of a glass surface, and a lobe as strong as it mirrors, with both sides where it is a pane.
//
// mirrors: share that its border mirrors
Finish glassFinish(Material material, Point point, float mirrors, out Reflectance r) {
  vec3 tint = point.baseColor;
  vec3 both = mirrors * (1.0 + paneTransmits(mirrors, tint) * tint);
  r = reflectanceOf(point, dielectricOf(material));
  vec3 mirrored = material.transmission.w > 0.0 ? vec3(mirrors) : both;
  vec3 stronger = mirrored / max(r.single + r.multiple, vec3(1e-4));
  Finish f = finishOf(material, point, r);
  vec3 factor = mix(vec3(1.0), stronger, material.sheen.w * (1.0 - point.metallic));
  r.single *= factor;
  r.multiple *= factor;
  r.boost *= factor;
  return f;
}
