package org.diorama.core.sky.air;

import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/**
 * How the sky of stars stands, and which share of the moon is lit.
 *
 * @param moonPhase radians at the moon between the directions to sun and Earth: 0 at full moon
 * @param pole unit vector in the world to the northern celestial pole
 * @param siderealTime radians, local: the right ascension of what stands highest
 */
public record Firmament(double moonPhase, Vec3 pole, double siderealTime) {
  /** At 45 degrees north, north at +Y, under a full moon. */
  public static final Firmament USUAL =
      new Firmament(0, Rotations.direction(StrictMath.PI / 2, StrictMath.PI / 4), 0);

  /**
   * Where a star stands.
   *
   * @param equatorial unit vector, +Z to the pole and +X to right ascension 0
   * @return unit vector in the world
   */
  public Vec3 inWorld(Vec3 equatorial) {
    Vec3 highest = Vec3.UNIT_Z.minus(pole.times(pole.z()));
    Vec3 meridian = highest.length() < 1e-9 ? Vec3.UNIT_X : highest.normalize();
    Vec3 west = meridian.cross(pole);
    // The hour angle grows as the sky turns westwards.
    Vec3 turned = Rotations.yaw(-siderealTime).transformDirection(equatorial);
    return meridian.times(turned.x()).minus(west.times(turned.y())).plus(pole.times(turned.z()));
  }
}
