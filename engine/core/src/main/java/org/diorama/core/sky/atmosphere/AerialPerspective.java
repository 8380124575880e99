package org.diorama.core.sky.atmosphere;

import java.util.List;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;

/**
 * What the air between two places does to light from the far one.
 *
 * @param transmittance share of it that arrives, per channel
 * @param inScatter cd/m² that the air adds
 */
public record AerialPerspective(LinearColor transmittance, LinearColor inScatter) {
  private static final int STEPS = 24;

  /**
   * @param altitude meters above sea level of the world's z = 0
   * @param bodies that light the air
   * @param from meters in the world, the eye
   */
  public static AerialPerspective between(
      AirTables tables, double altitude, List<SkyBody> bodies, Vec3 from, Vec3 to) {
    Vec3 way = to.minus(from);
    Vec3 direction = way.normalize();
    double radius = AirProfile.PLANET + Math.max(0.1, altitude + from.z()) / 1000;
    RayMarch ray = tables.rayMarch();
    ray.march(radius, direction.z(), -1, -direction.z(), way.length() / 1000, STEPS);
    LinearColor transmittance =
        new LinearColor(ray.transmittance[0], ray.transmittance[1], ray.transmittance[2]);
    LinearColor added = LinearColor.BLACK;
    for (SkyBody body : bodies) {
      double between = Math.max(-1, Math.min(1, direction.dot(body.towards())));
      ray.march(radius, direction.z(), body.towards().z(), between, way.length() / 1000, STEPS);
      added = added.plus(ray.inScatter(between).times(body.illuminance()));
    }
    return new AerialPerspective(transmittance, added);
  }
}
