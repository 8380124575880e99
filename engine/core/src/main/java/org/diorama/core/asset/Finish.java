package org.diorama.core.asset;

import org.diorama.core.math.LinearColor;

/**
 * What a surface has beyond metal and roughness. The values mean what glTF's extensions of the same
 * names say: KHR_materials_clearcoat, _sheen, _transmission, _ior, _volume and
 * _diffuse_transmission.
 *
 * @param translucency share of the diffuse light that leaves on the other side, as in a leaf, in
 *     [0, 1]; of the base color
 */
public record Finish(Coat coat, Sheen sheen, Transmission transmission, double translucency) {
  /** Neither coat nor sheen, and no light passes. */
  public static final Finish PLAIN = new Finish(Coat.NONE, Sheen.NONE, Transmission.NONE, 0);

  /**
   * A clear layer of refractive index 1.5 above all else, as on cars.
   *
   * @param weight share of the surface that has it, in [0, 1]
   * @param roughness perceptual, in [0, 1]
   */
  public record Coat(double weight, double roughness) {
    public static final Coat NONE = new Coat(0, 0);
  }

  /**
   * Fibers that stand out of a cloth and light up along its outline.
   *
   * @param color linear; black for none
   * @param roughness perceptual, in [0, 1]
   */
  public record Sheen(LinearColor color, double roughness) {
    public static final Sheen NONE = new Sheen(LinearColor.BLACK, 0);
  }

  /**
   * Light that passes, tinted by the base color.
   *
   * @param share of the light below the mirrored one that passes instead of being scattered, [0, 1]
   * @param ior refractive index, at least 1
   * @param solid whether the surface bounds a body, in which light is refracted and absorbed; else
   *     it is a pane, whose two sides are one surface
   * @param absorption linear color of white light after {@code distance} in the body
   * @param distance meters; infinite for a clear body
   */
  public record Transmission(
      double share, double ior, boolean solid, LinearColor absorption, double distance) {
    /** Refractive index of glass, and of what says nothing. */
    public static final double GLASS = 1.5;

    public static final Transmission NONE =
        new Transmission(0, GLASS, false, LinearColor.WHITE, Double.POSITIVE_INFINITY);

    /** A pane of glass that lets a share pass. */
    public static Transmission pane(double share) {
      return new Transmission(share, GLASS, false, LinearColor.WHITE, Double.POSITIVE_INFINITY);
    }
  }

  public boolean isPlain() {
    return this == PLAIN || equals(PLAIN);
  }

  /** The same without light that passes. */
  public Finish opaque() {
    return new Finish(coat, sheen, Transmission.NONE, translucency);
  }

  /** Whether what lies behind is seen. */
  public boolean isTransparent() {
    return transmission.share() > 0;
  }
}
