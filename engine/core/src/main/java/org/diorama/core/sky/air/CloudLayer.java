package org.diorama.core.sky.air;

import org.diorama.core.math.Vec3;

/**
 * A layer of water clouds that covers part of the sky.
 *
 * @param cover share of the sky, in [0, 1]
 * @param base meters above the world's z = 0
 * @param thickness meters where the clouds are thickest
 * @param seed of their shapes
 */
public record CloudLayer(double cover, double base, double thickness, long seed) {
  /**
   * 1/m in a cloud of droplets, 3/2 of its liquid water over their radius: 0.3 g/m³ and 10 µm
   * (Stephens, Radiation Profiles in Extended Water Clouds II, J. Atmos. Sci. 35, 1978).
   */
  private static final double EXTINCTION = 0.045;

  /** Mean cosine of the angle by which a droplet scatters light. */
  public static final double FORWARD = 0.85;

  /** Share of scattered light that goes on as if nothing were there: that cosine's square. */
  private static final double STRAIGHT_ON = FORWARD * FORWARD;

  /** Meters of the largest clumps. */
  private static final double CLUMP = 2_400;

  /** Rise of the noise from a cloud's edge to its full thickness. */
  private static final double EDGE = 0.12;

  /** No ray goes through more than so many thicknesses: clouds have gaps sideways. */
  private static final double MOST_SLANT = 6;

  /**
   * Radians that shapes blur over: detail that is far and flat is lost in haze, and no table of the
   * sky could hold it.
   */
  private static final double BLUR = 0.01;

  /** Meters over which slopes are taken at least. */
  private static final double SLOPE_STEP = 80;

  public CloudLayer {
    if (!(cover >= 0 && cover <= 1) || !(base > 0) || !(thickness > 0)) {
      throw new IllegalArgumentException("cover " + cover + ", from " + base + " m");
    }
  }

  /**
   * Optical depth straight up through the layer.
   *
   * @param x meters in the world; likewise y
   * @param blur meters over which shapes blur
   */
  double depth(double x, double y, double blur) {
    double share = share(x, y, blur);
    return EXTINCTION * thickness * share * share;
  }

  /** Of the full thickness, in [0, 1], thin at the edges. */
  private double share(double x, double y, double blur) {
    double edge = CloudNoise.exceededBy(cover);
    // Where nothing is left between them, clouds are thick everywhere.
    double closed = Math.max(0, 10 * cover - 9);
    double inside =
        cover == 0
            ? 0
            : (CloudNoise.at(seed, x / CLUMP, y / CLUMP, blur / CLUMP) - edge) / EDGE + closed * 6;
    return Math.max(0, Math.min(1, inside));
  }

  /**
   * How far clouds rise where a ray meets the layer.
   *
   * @param east meters of cloud tops for each meter along x; likewise north along y
   */
  public record Slope(double east, double north) {}

  /**
   * @param direction from the world's origin, unit vector that points up
   */
  public Slope slope(Vec3 direction) {
    double distance = distance(direction.z());
    double x = distance * direction.x();
    double y = distance * direction.y();
    double blur = Math.max(SLOPE_STEP, blur(direction, distance));
    double here = share(x, y, blur);
    double scale = thickness / blur;
    return new Slope(
        scale * (share(x + blur, y, blur) - here), scale * (share(x, y + blur, blur) - here));
  }

  /** Meters along a ray from the ground to the layer's base, which follows the planet. */
  private double distance(double cosZenith) {
    double radius = Air.PLANET_RADIUS;
    double along = radius * Math.max(0, cosZenith);
    return Math.sqrt(along * along + base * (2 * radius + base)) - along;
  }

  /**
   * What a ray from below meets.
   *
   * @param straight optical depth straight up at that place
   * @param slant optical depth along the ray
   * @param distance meters to the base
   */
  public record Crossing(double straight, double slant, double distance) {}

  /**
   * @param from meters in the world, below the layer
   * @param direction unit vector that points up
   */
  public Crossing crossing(Vec3 from, Vec3 direction) {
    return crossing(from, direction, 0);
  }

  private Crossing crossing(Vec3 from, Vec3 direction, double leastBlur) {
    double distance = distance(direction.z());
    double steepness = steepness(direction, distance);
    double straight =
        depth(
            from.x() + distance * direction.x(),
            from.y() + distance * direction.y(),
            Math.max(leastBlur, blur(direction, distance)));
    return new Crossing(straight, straight * Math.min(MOST_SLANT, 1 / steepness), distance);
  }

  /** At the layer the planet's curve has made a ray steeper. */
  private double steepness(Vec3 direction, double distance) {
    double radius = Air.PLANET_RADIUS;
    return (radius * Math.max(0, direction.z()) + distance) / (radius + base);
  }

  /** Meters over which shapes blur as seen along a ray. */
  private double blur(Vec3 direction, double distance) {
    return BLUR * distance / steepness(direction, distance);
  }

  /**
   * Share of a far light's direct light that gets through, light that droplets turn by nothing
   * worth mentioning included: Joseph, Wiscombe and Weinman, The Delta-Eddington Approximation (J.
   * Atmos. Sci. 33, 1976).
   *
   * @param depth along the light's way
   */
  public static double directTransmittance(double depth) {
    return StrictMath.exp(-(1 - STRAIGHT_ON) * depth);
  }

  /**
   * That share on the way from a light to a place below the layer: the cloud's shadow.
   *
   * @param position meters in the world
   * @param towards unit vector to the light, which is above the horizon
   */
  public double transmittance(Vec3 position, Vec3 towards) {
    return transmittance(position, towards, 0);
  }

  /**
   * The same for tables of it.
   *
   * @param leastBlur meters over which shapes blur at least
   */
  public double transmittance(Vec3 position, Vec3 towards, double leastBlur) {
    return directTransmittance(crossing(position, towards, leastBlur).slant());
  }

  /**
   * Share of diffuse light that gets through a white layer: the Eddington approximation of Meador
   * and Weaver, Two-Stream Approximations to Radiative Transfer (J. Atmos. Sci. 37, 1980), {@code 1
   * / (1 + 3/4 (1 - g) τ)}.
   */
  public static double diffuseTransmittance(double depth) {
    return 1 / (1 + 0.75 * (1 - FORWARD) * depth);
  }
}
