package org.diorama.core.scene;

/**
 * Instances fall as rigid bodies, from where their placement put them, among all that was placed
 * before. Those of one object fall together, and so do all that a sequence shows; where they would
 * share room they start above one another.
 *
 * @param drop height above that place from which they fall, meters
 * @param friction Coulomb's coefficient; that of two bodies is the root of the product
 * @param restitution share of the speed that a bounce gives back
 * @param density kg/m³ of the convex hull's volume
 * @param seconds after which a body that still moves counts as not settled
 * @param during what a sequence shows of them
 */
public record SettleDescription(
    Parameter<Double> drop,
    Parameter<Double> friction,
    Parameter<Double> restitution,
    Parameter<Double> density,
    double seconds,
    During during) {
  /** What becomes of falling things through a sequence. */
  public enum During {
    /** It finds them at rest, and there they stay. */
    REST,

    /** It finds them at rest; what moves pushes them. */
    YIELD,

    /** It shows them fall, from its first frame. */
    FALL
  }

  /** Meters. */
  public static final double DROP = 0.02;

  public static final double FRICTION = 0.6;
  public static final double RESTITUTION = 0.1;

  /** kg/m³: between wood and filled cartons. */
  public static final double DENSITY = 500;

  public static final double SECONDS = 10;

  /** With the usual values. */
  public static SettleDescription usual(String path) {
    return new SettleDescription(
        Parameter.constant(path + ".drop", DROP),
        Parameter.constant(path + ".friction", FRICTION),
        Parameter.constant(path + ".restitution", RESTITUTION),
        Parameter.constant(path + ".density", DENSITY),
        SECONDS,
        During.REST);
  }
}
