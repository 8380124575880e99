package org.diorama.core.sky.air;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;

/**
 * Air above the scene, and the bodies that light it.
 *
 * @param altitude meters above sea level of the world's z = 0
 * @param sun wherever it stands, above the horizon or below
 * @param moon likewise, where there is one
 * @param clouds where there are any
 * @param firmament how the stars and the moon's lit side stand
 */
public record Atmosphere(
    Air air,
    double altitude,
    SkyBody sun,
    Optional<SkyBody> moon,
    Optional<CloudLayer> clouds,
    Firmament firmament) {
  /** Under the usual stars. */
  public Atmosphere(
      Air air, double altitude, SkyBody sun, Optional<SkyBody> moon, Optional<CloudLayer> clouds) {
    this(air, altitude, sun, moon, clouds, Firmament.USUAL);
  }

  /**
   * Share of the light of a thing beyond the air that arrives at the world's origin, turned by
   * nothing, per channel.
   *
   * @param direction unit vector to it; none arrives from below the horizon
   */
  public LinearColor straightThrough(Vec3 direction) {
    if (direction.z() < 0) {
      return LinearColor.BLACK;
    }
    double cloud = clouds.map(layer -> layer.crossing(Vec3.ZERO, direction).slant()).orElse(0.0);
    return air.transmittance(Math.max(0, altitude), direction.z()).times(StrictMath.exp(-cloud));
  }

  /**
   * The sun as it looks from the ground where no cloud is in the way: behind the air, and risen as
   * far as its disk is. None where nothing of it is above the horizon.
   */
  public Optional<SkyBody> sunFromGround() {
    return fromGround(sun);
  }

  public Optional<SkyBody> moonFromGround() {
    return moon.flatMap(this::fromGround);
  }

  /** While a disk sets, its light comes from the middle of the part above the horizon. */
  private Optional<SkyBody> fromGround(SkyBody body) {
    double radius = body.angularDiameter() / 2;
    double elevation = StrictMath.asin(Math.max(-1, Math.min(1, body.towards().z())));
    if (elevation <= -radius) {
      return Optional.empty();
    }
    double middle = elevation < radius ? (elevation + radius) / 2 : elevation;
    double height = StrictMath.sin(middle);
    Vec3 towards = atHeight(body.towards(), height);
    LinearColor light =
        body.illuminance()
            .times(air.transmittance(Math.max(0, altitude), height))
            .times(shareAbove(elevation, radius));
    return Optional.of(new SkyBody(towards, light, body.angularDiameter()))
        .filter(seen -> seen.illuminance().luminance() > 0);
  }

  /** Of a disk's area, above a straight horizon. */
  static double shareAbove(double elevation, double radius) {
    if (elevation >= radius) {
      return 1;
    }
    double x = Math.max(-1, elevation / radius);
    return (StrictMath.acos(-x) + x * Math.sqrt(1 - x * x)) / StrictMath.PI;
  }

  private static Vec3 atHeight(Vec3 direction, double height) {
    double across = Math.sqrt(direction.x() * direction.x() + direction.y() * direction.y());
    if (across == 0 || height == direction.z()) {
      return direction;
    }
    double scale = Math.sqrt(1 - height * height) / across;
    return new Vec3(direction.x() * scale, direction.y() * scale, height);
  }
}
