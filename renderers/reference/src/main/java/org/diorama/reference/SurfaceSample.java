package org.diorama.reference;

import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * A shaded point in the camera's frame.
 *
 * @param facing unit normal of the triangle, towards the camera
 * @param emission luminance of its own light, cd/m²
 * @param normal unit shading normal, towards the camera
 * @param wetted where water would lie
 */
record SurfaceSample(
    Vec3 position,
    Vec3 facing,
    Vec3 normal,
    LinearColor baseColor,
    double metallic,
    double roughness,
    LinearColor emission,
    Finish finish,
    Wetted wetted) {
  /** Share of the diffuse light that neither passes nor leaves on the other side. */
  double diffuseShare() {
    return (1 - finish.transmission().share()) * (1 - finish.translucency());
  }

  /** Share that the surface mirrors at normal incidence where it is no metal. */
  double dielectric() {
    double index = finish.transmission().ior();
    double root = (index - 1) / (index + 1);
    return root * root;
  }

  /**
   * Share that it mirrors at normal incidence.
   *
   * @param base of a channel
   */
  double mirrored(double base) {
    return dielectric() * (1 - metallic) + base * metallic;
  }

  /** Its lobe alone, of glass. */
  SurfaceSample mirror() {
    Finish.Transmission clear =
        new Finish.Transmission(
            0, finish.transmission().ior(), false, LinearColor.WHITE, Double.POSITIVE_INFINITY);
    return new SurfaceSample(
        position,
        facing,
        normal,
        LinearColor.BLACK,
        0,
        roughness,
        LinearColor.BLACK,
        new Finish(Finish.Coat.NONE, Finish.Sheen.NONE, clear, 0),
        wetted);
  }

  /** The coat alone: a dielectric above black. */
  SurfaceSample lacquer() {
    return new SurfaceSample(
        position,
        facing,
        normal,
        LinearColor.BLACK,
        0,
        finish.coat().roughness(),
        LinearColor.BLACK,
        Finish.PLAIN,
        wetted);
  }

  /** Its other side, as light from there meets it. */
  SurfaceSample turned() {
    return new SurfaceSample(
        position,
        facing.negate(),
        normal.negate(),
        baseColor,
        metallic,
        roughness,
        emission,
        finish,
        wetted);
  }
}
