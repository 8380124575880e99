package org.diorama.core.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.GradientSky;
import org.junit.jupiter.api.Test;

class SkyTablesTest {
  private static final GradientSky GRADIENT =
      new GradientSky(
          new LinearColor(3000, 5000, 9000),
          new LinearColor(8000, 7000, 6000),
          new LinearColor(900, 800, 500));

  /** The white furnace: whatever a surface's normal and roughness, it sees the same. */
  @Test
  void uniformSkyGivesPiTimesItsLuminanceAndReflectsAsItself() {
    SkyTables tables = SkyTables.of(direction -> new LinearColor(1, 2, 4));
    SplittableRandom random = new SplittableRandom(9);
    for (int k = 0; k < 500; k++) {
      Vec3 direction = direction(random);
      LinearColor lux = tables.irradiance().lookup(direction);
      assertEquals(Math.PI, lux.red(), 0.003 * Math.PI, "seed 9, case " + k);
      assertEquals(4 * Math.PI, lux.blue(), 0.012 * Math.PI, "seed 9, case " + k);
      LinearColor mirrored = tables.reflection(direction, random.nextDouble());
      assertEquals(1, mirrored.red(), 1e-4, "seed 9, case " + k);
      assertEquals(4, mirrored.blue(), 4e-4, "seed 9, case " + k);
    }
  }

  /**
   * Irradiance of the gradient in closed form; the term that grows with the sine of the elevation
   * is the first-order arc-cosine kernel of Cho and Saul, Kernel Methods for Deep Learning (2009).
   */
  @Test
  void irradianceOfTheGradientIsItsClosedForm() {
    SkyTables tables = SkyTables.of(GRADIENT);
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 500; k++) {
      Vec3 n = direction(random);
      double c = n.z();
      double sine = 2.0 / 3 * (Math.sqrt(1 - c * c) + (Math.PI - Math.acos(c)) * c);
      double above = Math.PI / 2 * (1 + c);
      double below = Math.PI / 2 * (1 - c);
      double expected = above * 8000 + sine * (3000 - 8000) + below * 900;
      // In shares of what the brightest half would give.
      assertEquals(
          expected,
          tables.irradiance().lookup(n).red(),
          0.005 * Math.PI * 8000,
          "seed 2, case " + k);
    }
  }

  /** The lobe summed on a fine grid of directions instead of its own samples. */
  @Test
  void reflectionIsTheMeanOverTheLobe() {
    SkyTables tables = SkyTables.of(GRADIENT);
    SplittableRandom random = new SplittableRandom(5);
    for (int level = 0; level < SkyTables.reflectionLevels(); level++) {
      double roughness = SkyTables.roughness(level);
      for (int k = 0; k < 6; k++) {
        Vec3 mirrored = direction(random);
        double expected = lobeMean(mirrored, roughness);
        double found = tables.reflection(mirrored, roughness).green();
        // In shares of the jump at the horizon, which a lobe may just reach.
        assertEquals(
            expected, found, 0.03 * 6200, "seed 5, " + mirrored + ", roughness " + roughness);
      }
    }
  }

  private static double lobeMean(Vec3 n, double roughness) {
    double a2 = StrictMath.pow(roughness, 4);
    double sum = 0;
    double weights = 0;
    int size = 256;
    float[] angles = SolidAngles.of(size);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        Vec3 l = SphereTable.direction(size, i, j);
        double cosine = n.dot(l);
        if (cosine > 0) {
          double cosHalf = n.dot(l.plus(n).normalize());
          double d = cosHalf * cosHalf * (a2 - 1) + 1;
          double weight = a2 / (d * d) * cosine * angles[j * size + i];
          weights += weight;
          sum += weight * GRADIENT.luminance(l).green();
        }
      }
    }
    return sum / weights;
  }

  @Test
  void cacheTellsSkiesApartByAllTheyAre() {
    SkyTableCache cache = new SkyTableCache(Runnable::run);
    SkyTables first = cache.tables(GRADIENT).join();
    GradientSky equal = new GradientSky(GRADIENT.zenith(), GRADIENT.horizon(), GRADIENT.ground());
    assertSame(first, cache.tables(equal).join());
    GradientSky other =
        new GradientSky(GRADIENT.zenith(), GRADIENT.horizon(), GRADIENT.ground().times(1 + 1e-15));
    assertNotSame(first, cache.tables(other).join());
  }

  private static Vec3 direction(SplittableRandom random) {
    return new Vec3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1))
        .normalize();
  }
}
