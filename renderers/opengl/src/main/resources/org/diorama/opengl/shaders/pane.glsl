// What borders and panes of glass mirror and let pass.
#include "dielectric.glsl"

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
