package org.diorama.core.sky.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.SkyTables;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Sunlight;
import org.junit.jupiter.api.Test;

class CloudyRadianceTest {
  private static final Air AIR = new Air(40_000, 300, new LinearColor(0.2, 0.2, 0.2));

  private final SkySources sources = new SkySources(NoAssets.STORE);

  private static Atmosphere atmosphere(double elevation, double cover, int seed) {
    Vec3 towards = Rotations.direction(0.7, Rotations.radians(elevation));
    SkyBody sun = new SkyBody(towards, Sunlight.above(128_000), 0.0093);
    return new Atmosphere(
        AIR, 0, sun, Optional.empty(), Optional.of(new CloudLayer(cover, 1_200, 1_000, seed)));
  }

  private CloudyRadiance sky(double elevation, double cover, int seed) {
    return new CloudyRadiance(new AtmosphereRadiance(atmosphere(elevation, cover, seed), sources));
  }

  /** The CIE's standard overcast sky: the zenith three times as bright as the horizon. */
  @Test
  void overcastIsTheStandardSky() {
    CloudyRadiance sky = sky(50, 1, 3);
    double zenith = sky.luminance(Vec3.UNIT_Z).green();
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 300; k++) {
      double height = random.nextDouble();
      Vec3 direction = Rotations.directionAtHeight(random.nextDouble(6.28), height);
      double expected = zenith * (1 + 2 * height) / 3;
      assertEquals(1, sky.luminance(direction).green() / expected, 1e-3, "seed 1, case " + k);
    }
    // The illuminance of that sky is 7π/9 of the zenith's luminance.
    double lux = SkyTables.of(sky).irradiance().lookup(Vec3.UNIT_Z).green();
    assertEquals(7 * Math.PI / 9 * zenith, lux, 0.02 * lux);
  }

  /** Overcast days of the IESNA Lighting Handbook: 0.3 + 21 sin h klx, and no sun. */
  @Test
  void overcastIsDimAndWithoutSun() {
    for (double elevation : new double[] {15, 30, 50}) {
      double handbook = 300 + 21_000 * Math.sin(Math.toRadians(elevation));
      assertEquals(1, lux(sky(elevation, 1, 3)) / handbook, 0.4, elevation + "°");
    }
    double direct = direct(atmosphere(50, 1, 3));
    assertTrue(direct < 1_000, direct + " lx");
  }

  @Test
  void withoutCoverTheSkyIsClear() {
    AtmosphereRadiance clear = new AtmosphereRadiance(atmosphere(30, 0, 3), sources);
    CloudyRadiance sky = new CloudyRadiance(clear);
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 100; k++) {
      Vec3 direction =
          Rotations.directionAtHeight(random.nextDouble(6.28), random.nextDouble(0, 1));
      assertEquals(clear.luminance(direction), sky.luminance(direction), "seed 2, case " + k);
    }
    Vec3 down = Vec3.UNIT_Z.negate();
    assertEquals(1, sky.luminance(down).green() / clear.luminance(down).green(), 0.03);
  }

  /** More clouds, a brighter sky at first, as they are white, and less light in all. */
  @Test
  void coverDarkensTheDay() {
    double before = Double.POSITIVE_INFINITY;
    for (double cover : new double[] {0, 0.4, 0.7, 1}) {
      double total = 0;
      for (int seed = 0; seed < 12; seed++) {
        Atmosphere atmosphere = atmosphere(50, cover, seed);
        total += lux(sky(50, cover, seed)) + direct(atmosphere) * atmosphere.sun().towards().z();
      }
      assertTrue(total < before, "cover " + cover + ": " + total / 12 + " lx");
      before = total;
    }
  }

  /** Light that clouds and ground throw back and forth is no light from nowhere. */
  @Test
  void theGroundGetsNoMoreThanComesIn() {
    double above = 128_000 * Math.sin(Math.toRadians(50));
    for (double cover : new double[] {0.2, 0.5, 0.8, 1}) {
      assertTrue(lux(sky(50, cover, 5)) < above, "cover " + cover);
    }
  }

  /** Sides of broken clouds that face the viewer are bright before the sun, and dark against it. */
  @Test
  void sidesOfCloudsAreLitByTheSunThatTheyFace() {
    double bright = 0;
    double dark = 0;
    for (int seed = 0; seed < 6; seed++) {
      CloudLayer layer = atmosphere(35, 0.5, seed).clouds().orElseThrow();
      CloudyRadiance sky = sky(35, 0.5, seed);
      for (int k = 0; k < 200; k++) {
        double height = 0.15 + 0.5 * (k % 10) / 10;
        // The sun stands at 0.7 radians.
        double aside = 0.1 * (k / 10 - 10) / 2;
        bright += side(layer, sky, Rotations.directionAtHeight(0.7 + Math.PI + aside, height));
        dark += side(layer, sky, Rotations.directionAtHeight(0.7 + aside, height));
      }
    }
    assertTrue(bright > 2 * dark, bright + " behind the viewer's sun, " + dark + " before it");
  }

  /** What a side that faces the viewer adds to the cloud's even bottom; 0 elsewhere. */
  private static double side(CloudLayer layer, CloudyRadiance sky, Vec3 direction) {
    CloudLayer.Slope slope = layer.slope(direction);
    boolean seen = slope.east() * direction.x() + slope.north() * direction.y() > 0.3;
    if (!seen || layer.crossing(Vec3.ZERO, direction).straight() < 5) {
      return 0;
    }
    double passed =
        CloudLayer.diffuseTransmittance(layer.crossing(Vec3.ZERO, direction).straight());
    return sky.luminance(direction).green() / (passed * (1 + 2 * direction.z()));
  }

  @Test
  void aSkyIsItsAtmosphere() {
    assertEquals(sky(30, 0.5, 1), sky(30, 0.5, 1));
    assertEquals(sky(30, 0.5, 1).hashCode(), sky(30, 0.5, 1).hashCode());
    assertNotEquals(sky(30, 0.5, 1), sky(30, 0.5, 2));
    Vec3 direction = Rotations.direction(2, 0.6);
    assertEquals(sky(30, 0.5, 1).luminance(direction), sky(30, 0.5, 1).luminance(direction));
  }

  /** Lux of the sun at the world's origin, across its rays. */
  private static double direct(Atmosphere atmosphere) {
    SkyBody sun = atmosphere.sunFromGround().orElseThrow();
    double through = atmosphere.clouds().orElseThrow().transmittance(Vec3.ZERO, sun.towards());
    return sun.illuminance().luminance() * through;
  }

  private static double lux(CloudyRadiance sky) {
    double sum = 0;
    int rows = 32;
    int columns = 64;
    for (int row = 0; row < rows; row++) {
      double height = Math.sqrt((row + 0.5) / rows);
      for (int column = 0; column < columns; column++) {
        double azimuth = 2 * Math.PI * (column + 0.5) / columns;
        sum += sky.luminance(Rotations.directionAtHeight(azimuth, height)).luminance();
      }
    }
    return sum * Math.PI / (rows * columns);
  }
}
