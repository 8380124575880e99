package org.diorama.reference;

import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * How water lies on walls, paint and glass. It belongs to the thing it lies on.
 *
 * @param place meters from the origin of its object along the world's axes, turned back by its
 *     heading
 * @param heading of the object, a level unit vector in the world
 * @param number of the instance, in [0, 255]
 */
record Wetted(Vec3 place, Vec3 heading, int number) {
  /** Smallest drops' cells, meters, and their steepest slope. */
  private static final double DROP_CELL = 0.008;

  private static final double DROP_SLOPE = 0.5;

  /** Classes of size, each of twice the last one's, from which on drops are runs no more. */
  private static final double DROPS_FADE = 3;

  private static final double DROPS_END = 5;

  /**
   * @param inObject the point in its object's space
   * @param instanceId of the object
   */
  static Wetted at(Vec3 inObject, Affine3 worldFromObject, int instanceId) {
    Vec3 ahead = worldFromObject.transformDirection(Vec3.UNIT_X);
    Vec3 level = new Vec3(ahead.x(), ahead.y(), 0);
    Vec3 heading = level.dot(level) > 1e-12 ? level.normalize() : Vec3.UNIT_X;
    Vec3 place = toHeading(heading, worldFromObject.transformDirection(inObject));
    return new Wetted(place, heading, instanceId & 255);
  }

  private static Vec3 toHeading(Vec3 heading, Vec3 world) {
    double across = heading.x() * world.y() - heading.y() * world.x();
    return new Vec3(world.x() * heading.x() + world.y() * heading.y(), across, world.z());
  }

  /** Share of a face's that is steep. */
  static double steepness(Vec3 face) {
    return 1 - smoothstep(0.3, 0.7, Math.abs(face.z()));
  }

  private boolean runsLeft(Vec3 face) {
    Vec3 turned = toHeading(heading, face);
    return Math.abs(turned.x()) > Math.abs(turned.y());
  }

  private double along(Vec3 face) {
    return runsLeft(face) ? place.y() : place.x();
  }

  /**
   * Share of a wall that is wet: water runs down it in tracks a hand to an arm wide, some meters
   * long, and splashes up from the ground to the knees.
   *
   * @param face unit normal in the world
   * @param above meters above the ground
   * @param pixel meters that a pixel covers there
   */
  double wallShare(Vec3 face, double above, double pixel) {
    double x = along(face);
    double narrow = GroundNoise.noise(8 * x + 17 * number, 0.7 * place.z() + 91 * number);
    // Tracks wander, and no two are as wide.
    double wander = 0.8 * (narrow - 0.5);
    double wide = GroundNoise.noise(2.5 * x + 17 * number + wander, 0.25 * place.z() + 91 * number);
    double fine = 1 - smoothstep(0.03, 0.06, pixel);
    double tracks = wide + fine * 0.45 * (narrow - 0.5);
    double splashed = 1 - smoothstep(0.05, 0.65, above + 0.5 * (narrow - 0.5));
    return Math.max(0.12 + (0.85 - 0.12) * smoothstep(0.35, 0.65, tracks), splashed);
  }

  /**
   * What drops on a smooth face add to its unit normal, in the world: of the two classes of size
   * that a pixel tells apart.
   *
   * @param face unit normal in the world
   * @param pixel meters that a pixel covers there
   */
  Vec3 tilt(Vec3 face, double pixel) {
    double size = Math.max(Math.log(3 * pixel / DROP_CELL) / Math.log(2), 0);
    if (size > DROPS_END) {
      return Vec3.ZERO;
    }
    boolean steep = steepness(face) > 0.5;
    // On steep faces they have run down.
    double x = steep ? along(face) : place.x();
    double y = steep ? 0.25 * place.z() : place.y();
    int base = (int) size;
    double share = 1 - smoothstep(DROPS_FADE, DROPS_END, size);
    Vec3 slopes =
        drop(x, y, base)
            .times((1 - (size - base)) * share)
            .plus(drop(x, y, base + 1).times((size - base) * share));
    Vec3 left = new Vec3(-heading.y(), heading.x(), 0);
    Vec3 first = steep && runsLeft(face) ? left : heading;
    Vec3 second = steep ? Vec3.UNIT_Z : left;
    return first.times(slopes.x()).plus(second.times(slopes.y()));
  }

  /** Slopes of a drop of one class of size, along both axes. */
  private Vec3 drop(double x, double y, int size) {
    double scale = Math.scalb(1 / DROP_CELL, -size);
    double column = Math.floor(scale * x);
    double row = Math.floor(scale * y);
    Vec3 chance = GroundNoise.chances((int) column, (int) row, 64 * number + size);
    double radius = 0.15 + (0.4 - 0.15) * chance.z();
    double offX = (scale * x - column - middle(radius, chance.x())) / radius;
    double offY = (scale * y - row - middle(radius, chance.y())) / radius;
    double inside = 1 - smoothstep(0.7, 1, Math.hypot(offX, offY));
    return new Vec3(offX, offY, 0).times(inside * DROP_SLOPE * Math.pow(2, -0.5 * size));
  }

  private static double middle(double radius, double chance) {
    return radius + (1 - 2 * radius) * chance;
  }

  private static double smoothstep(double low, double high, double value) {
    double t = Math.max(0, Math.min(1, (value - low) / (high - low)));
    return t * t * (3 - 2 * t);
  }
}
