package org.diorama.core.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.Sunlight;
import org.diorama.core.sky.source.AtmosphereRadiance;
import org.diorama.core.sky.source.SkySources;
import org.junit.jupiter.api.Test;

/** No line in the sky where a map of it is put together. */
class SkySeamTest {
  private static final double STEP = 0.5;

  private final SkySources sources =
      new SkySources(
          id -> {
            throw new AssertionError(id);
          });

  /**
   * How sharply luminance bends over half a degree of azimuth, at the axes and between them, as in
   * the sky itself at dusk. With squares whose border is the horizon it bent by 11 % at an axis.
   */
  @Test
  void aDuskIsSmoothAllAround() {
    for (double sun : new double[] {-4, 1}) {
      AtmosphereRadiance sky = sky(sun);
      HorizonTable table = new HorizonTable(sky);
      for (double elevation : new double[] {1, 4, 10, 25}) {
        for (double azimuth = 0; azimuth < 360; azimuth += 15) {
          double seen = bend(table::lookup, azimuth, elevation);
          double there = bend(sky::luminance, azimuth, elevation);
          assertEquals(
              there,
              seen,
              elevation < 2 ? 0.025 : 0.006,
              "sun " + sun + ", azimuth " + azimuth + ", elevation " + elevation);
        }
      }
    }
  }

  private AtmosphereRadiance sky(double elevation) {
    Vec3 towards = Rotations.direction(Rotations.radians(203), Rotations.radians(elevation));
    return new AtmosphereRadiance(
        new Atmosphere(
            new Air(40_000, 300, LinearColor.WHITE.times(0.2)),
            0,
            new SkyBody(towards, Sunlight.above(128_000), 0.0093),
            Optional.empty(),
            Optional.empty()),
        sources);
  }

  /** Second difference over azimuth, relative. */
  private static double bend(SkyRadiance sky, double azimuth, double elevation) {
    double[] values = new double[3];
    for (int i = 0; i < 3; i++) {
      values[i] =
          sky.luminance(
                  Rotations.direction(
                      Rotations.radians(azimuth + (i - 1) * STEP), Rotations.radians(elevation)))
              .green();
    }
    return (values[0] - 2 * values[1] + values[2]) / values[1];
  }
}
