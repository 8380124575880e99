package org.diorama.core.sky.celestial;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;

/**
 * A sun or a moon as a disk in the sky.
 *
 * @param towards unit vector in the world to its middle
 * @param radius radians
 * @param luminance cd/m² per channel where the disk is brightest, as it arrives from space
 * @param lit of a moon: unit vector in the world from it to the sun
 */
public record SkyDisk(Vec3 towards, double radius, LinearColor luminance, Optional<Vec3> lit) {
  private static final int PARTS = 256;

  /** An evenly bright disk. */
  public static SkyDisk sun(SkyBody body) {
    double radius = body.angularDiameter() / 2;
    return new SkyDisk(
        body.towards(), radius, body.illuminance().times(1 / solidAngle(radius)), Optional.empty());
  }

  /**
   * A disk whose bright limb faces the sun, and that gives the moon's illuminance in all.
   *
   * @param phase radians at the moon between the directions to sun and Earth
   */
  public static SkyDisk moon(SkyBody body, double phase, Vec3 towardsSun) {
    Vec3 towards = body.towards();
    Vec3 aside = towardsSun.minus(towards.times(towards.dot(towardsSun)));
    Vec3 limb = aside.length() < 1e-9 ? right(towards) : aside.normalize();
    Vec3 lit = limb.times(StrictMath.sin(phase)).minus(towards.times(StrictMath.cos(phase)));
    double radius = body.angularDiameter() / 2;
    SkyDisk full = new SkyDisk(towards, radius, LinearColor.WHITE, Optional.of(lit));
    double mean = full.mean();
    double scale = mean == 0 ? 0 : 1 / (mean * solidAngle(radius));
    return new SkyDisk(towards, radius, body.illuminance().times(scale), Optional.of(lit));
  }

  private static double solidAngle(double radius) {
    double half = StrictMath.sin(radius / 2);
    return 4 * StrictMath.PI * half * half;
  }

  static Vec3 right(Vec3 towards) {
    Vec3 other = Math.abs(towards.z()) < 0.9 ? Vec3.UNIT_Z : Vec3.UNIT_X;
    return towards.cross(other).normalize();
  }

  /**
   * Of {@link #luminance} in a direction; 0 beside the disk. A moon's dust is as bright at its limb
   * as in its middle: Seeliger's law, {@code 2 μ₀ / (μ₀ + μ)}.
   */
  double share(Vec3 direction) {
    if (direction.dot(towards) <= 0) {
      return 0;
    }
    Vec3 right = right(towards);
    double scale = 1 / StrictMath.sin(radius);
    return shareAt(
        direction.dot(right) * scale, direction.dot(right.cross(towards)) * scale, sunward());
  }

  /**
   * At a place of the unit disk.
   *
   * @param sunward of a moon, along the same axes and towards the eye
   */
  private static double shareAt(double x, double y, Optional<Vec3> sunward) {
    double across = x * x + y * y;
    if (across > 1) {
      return 0;
    }
    if (sunward.isEmpty()) {
      return 1;
    }
    double facing = Math.sqrt(1 - across);
    Vec3 sun = sunward.get();
    double sunny = x * sun.x() + y * sun.y() + facing * sun.z();
    return sunny <= 0 ? 0 : 2 * sunny / (sunny + facing);
  }

  private Optional<Vec3> sunward() {
    Vec3 right = right(towards);
    Vec3 up = right.cross(towards);
    return lit.map(sun -> new Vec3(sun.dot(right), sun.dot(up), -sun.dot(towards)));
  }

  /** Over the disk. */
  double mean() {
    double sum = 0;
    int inside = 0;
    Optional<Vec3> sunward = sunward();
    for (int k = 0; k < PARTS * PARTS; k++) {
      double x = 2 * (k % PARTS + 0.5) / PARTS - 1;
      double y = 2 * (k / PARTS + 0.5) / PARTS - 1;
      if (x * x + y * y <= 1) {
        sum += shareAt(x, y, sunward);
        inside++;
      }
    }
    return sum / inside;
  }

  /** Lux per channel of the whole disk, as it arrives from space. */
  LinearColor illuminance() {
    return luminance.times(mean() * solidAngle(radius));
  }
}
