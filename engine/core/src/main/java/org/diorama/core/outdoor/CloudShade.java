package org.diorama.core.outdoor;

import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.air.CloudLayer;

/**
 * How much of a far light clouds let through to each place: the shadows that they throw on the
 * ground.
 *
 * @param towards unit vector to the light, which is above the horizon
 */
public record CloudShade(CloudLayer layer, Vec3 towards) {
  /** Least height of the light: lower, it is shared out as if it stood there. */
  static final double LOWEST = 0.002;

  /** Places on a side, and meters between them, whose mean stands for a whole country. */
  private static final int MEAN_PLACES = 32;

  private static final double MEAN_STEP = 730;

  /** Of what lights a frame; none where nothing is covered. */
  public static Optional<CloudShade> of(SampledLighting lighting) {
    return lighting
        .sky()
        .clouds()
        .filter(layer -> layer.cover() > 0)
        .flatMap(layer -> lighting.sun().map(sun -> new CloudShade(layer, sun.towards())));
  }

  /**
   * Share of the light that gets to a place in meters of the world.
   *
   * @param blur meters over which shapes blur, beside what distance blurs
   */
  double at(Vec3 position, double blur) {
    return position.z() >= layer.base()
        ? 1
        : layer.transmittance(onGround(position), towards, blur);
  }

  /** Share of the light that gets to a place in meters of the world. */
  public double at(Vec3 position) {
    return at(position, 0);
  }

  /** Where the ray that passes a place meets the plane z = 0. */
  public Vec3 onGround(Vec3 position) {
    return position.minus(towards.times(position.z() / Math.max(LOWEST, towards.z())));
  }

  /** Mean over the country around the world's origin. */
  public double mean() {
    double sum = 0;
    for (int k = 0; k < MEAN_PLACES * MEAN_PLACES; k++) {
      double x = (k % MEAN_PLACES - 0.5 * MEAN_PLACES) * MEAN_STEP;
      double y = (k / MEAN_PLACES - 0.5 * MEAN_PLACES) * MEAN_STEP;
      sum += at(new Vec3(x, y, 0));
    }
    return sum / (MEAN_PLACES * MEAN_PLACES);
  }
}
