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
import org.diorama.core.sky.air.Sunlight;
import org.diorama.core.sky.atmosphere.AerialPerspective;
import org.junit.jupiter.api.Test;

class AtmosphereRadianceTest {
  private static final Air AIR = new Air(40_000, 300, new LinearColor(0.2, 0.2, 0.2));
  private static final double AZIMUTH = 0.7;

  private final SkySources sources = new SkySources(NoAssets.STORE);

  private static Atmosphere atmosphere(double elevation) {
    Vec3 towards = Rotations.direction(AZIMUTH, Rotations.radians(elevation));
    SkyBody sun =
        new SkyBody(
            towards,
            Sunlight.above(Sunlight.ILLUMINANCE),
            Rotations.radians(Sunlight.ANGULAR_DIAMETER));
    return new Atmosphere(AIR, 0, sun, Optional.empty(), Optional.empty());
  }

  private AtmosphereRadiance sky(double elevation) {
    return new AtmosphereRadiance(atmosphere(elevation), sources);
  }

  /**
   * Clear skies as daylighting practice has them, IESNA Lighting Handbook: the sun's 127.5
   * exp(-0.21 / sin h) klx, the sky's 0.8 + 15.5 √(sin h) klx on the ground.
   */
  @Test
  void daylightIsThatOfTheHandbook() {
    for (double elevation : new double[] {15, 30, 45, 60, 90}) {
      double height = Math.sin(Math.toRadians(elevation));
      double direct = atmosphere(elevation).sunFromGround().orElseThrow().illuminance().luminance();
      assertEquals(1, direct / (127_500 * Math.exp(-0.21 / height)), 0.1, elevation + "°, sun");
      double diffuse = sky(elevation).illuminance().luminance();
      assertEquals(1, diffuse / (800 + 15_500 * Math.sqrt(height)), 0.25, elevation + "°, sky");
    }
  }

  /**
   * Lux on the ground at the ends of civil, nautical and astronomical twilight, within a factor of
   * three: Explanatory Supplement to the Astronomical Almanac (Seidelmann, 1992), and at sunset.
   */
  @Test
  void twilightIsThatOfTheAlmanac() {
    double[][] almanac = {{-0.8, 400}, {-6, 3.4}, {-12, 0.008}, {-18, 0.00065}};
    for (double[] row : almanac) {
      double ratio = sky(row[0]).illuminance().luminance() / row[1];
      assertTrue(ratio > 1 / 3.0 && ratio < 3, row[0] + "°: " + ratio);
    }
  }

  @Test
  void duskFadesWithoutAStep() {
    double before = total(5);
    for (double elevation = 4.75; elevation > -20; elevation -= 0.25) {
      double now = total(elevation);
      assertTrue(now < before, "it grows darker at " + elevation + "°");
      assertTrue(now > 0.5 * before, "no step at " + elevation + "°: " + before + ", " + now);
      before = now;
    }
    assertEquals(Math.PI * AtmosphereRadiance.NIGHT, before, 0.1 * before, "night is left");
  }

  private double total(double elevation) {
    double ground =
        atmosphere(elevation)
            .sunFromGround()
            .map(sun -> sun.illuminance().luminance() * sun.towards().z())
            .orElse(0.0);
    return ground + sky(elevation).illuminance().luminance();
  }

  /** What the tables sum up is what looking around finds. */
  @Test
  void illuminanceIsTheIntegralOfLuminance() {
    for (double elevation : new double[] {-3, 12, 50}) {
      AtmosphereRadiance sky = sky(elevation);
      double lux = SkyTables.of(sky).irradiance().lookup(Vec3.UNIT_Z).green();
      assertEquals(1, lux / sky.illuminance().green(), 0.02, elevation + "°");
    }
  }

  @Test
  void bothSidesOfTheSunsMeridianAreAlike() {
    SplittableRandom random = new SplittableRandom(6);
    AtmosphereRadiance sky = sky(25);
    for (int k = 0; k < 200; k++) {
      double turn = random.nextDouble(Math.PI);
      double elevation = random.nextDouble(-1.5, 1.5);
      LinearColor left = sky.luminance(Rotations.direction(AZIMUTH + turn, elevation));
      LinearColor right = sky.luminance(Rotations.direction(AZIMUTH - turn, elevation));
      assertEquals(1, left.green() / right.green(), 1e-6, "seed 6, case " + k);
    }
  }

  /** By day the zenith is blue and the horizon white; at the blue hour all is blue. */
  @Test
  void colorsAreThoseOfASky() {
    LinearColor zenith = sky(45).luminance(Vec3.UNIT_Z);
    assertTrue(zenith.blue() > 2 * zenith.red(), zenith.toString());
    LinearColor away = sky(45).luminance(Rotations.direction(AZIMUTH + Math.PI, 0.02));
    assertTrue(away.blue() < 1.4 * away.red(), away.toString());
    LinearColor dusk = sky(-6).luminance(Vec3.UNIT_Z);
    assertTrue(dusk.blue() > 2.5 * dusk.red() && dusk.green() > dusk.red(), dusk.toString());
    LinearColor glow = sky(-2).luminance(Rotations.direction(AZIMUTH, 0.01));
    assertTrue(glow.red() > 1.5 * glow.blue(), glow.toString());
  }

  @Test
  void theGroundReflectsSunAndSky() {
    LinearColor ground = sky(40).luminance(Vec3.UNIT_Z.negate());
    double sun = atmosphere(40).sunFromGround().orElseThrow().illuminance().green();
    double lux = sun * Math.sin(Math.toRadians(40)) + sky(40).illuminance().green();
    assertEquals(1, ground.green() / (0.2 / Math.PI * lux), 0.02);
  }

  /**
   * Along level ground the air dims by its coefficient there, and 2 % are left at the visibility.
   */
  @Test
  void aerialPerspectiveDimsAndAddsTheHorizonsLight() {
    AtmosphereRadiance sky = sky(30);
    Vec3 eye = new Vec3(10, 20, 2);
    Vec3 direction = Rotations.direction(AZIMUTH + 2, 0);
    AerialPerspective none = sky.aerialPerspective(eye, eye.plus(direction.times(1e-3)));
    assertEquals(1, none.transmittance().blue(), 1e-6);
    assertEquals(0, none.inScatter().blue(), 0.01);
    double extinction = AIR.moleculeScattering().green() + AIR.hazeExtinction().green();
    for (double meters : new double[] {100, 1_000, 10_000}) {
      AerialPerspective air = sky.aerialPerspective(eye, eye.plus(direction.times(meters)));
      assertEquals(
          Math.exp(-extinction * meters), air.transmittance().green(), 0.01, meters + " m");
    }
    AerialPerspective far = sky.aerialPerspective(eye, eye.plus(direction.times(1.1e6)));
    double horizon = sky.luminance(direction).green();
    assertEquals(1, far.inScatter().green() / horizon, 0.06, "all the air there is");
  }

  /** Warm or cold, in whatever order: a table is a function of its key. */
  @Test
  void aSkyIsTheSameFromWarmAndColdSources() {
    Vec3 direction = Rotations.direction(2, 0.3);
    sky(10).luminance(direction);
    LinearColor warm = sky(33).luminance(direction);
    LinearColor cold =
        new AtmosphereRadiance(atmosphere(33), new SkySources(NoAssets.STORE)).luminance(direction);
    assertEquals(cold, warm);
    assertEquals(sky(33), new AtmosphereRadiance(atmosphere(33), new SkySources(NoAssets.STORE)));
    assertEquals(sky(33).hashCode(), sky(33).hashCode());
    assertNotEquals(sky(33), sky(33.000001));
  }

  /** From a mountain there is less air above: no sky of another altitude is taken for it. */
  @Test
  void theSkyIsDarkerFromAMountain() {
    Vec3 up = new Vec3(0, 0.1, 1).normalize();
    Atmosphere low = atmosphere(40);
    Atmosphere high = new Atmosphere(AIR, 4000, low.sun(), Optional.empty(), Optional.empty());
    double atSea = new AtmosphereRadiance(low, sources).luminance(up).blue();
    double above = new AtmosphereRadiance(high, sources).luminance(up).blue();
    // Molecules have thinned to e^-0.5, haze to e^-3.3.
    assertTrue(above < 0.75 * atSea && above > 0.4 * atSea, above + " of " + atSea);
  }

  @Test
  void theMoonLightsTheNight() {
    Vec3 towards = Rotations.direction(1, Rotations.radians(60));
    SkyBody moon = new SkyBody(towards, Sunlight.above(0.3), Rotations.radians(0.52));
    Atmosphere night =
        new Atmosphere(AIR, 0, atmosphere(-30).sun(), Optional.of(moon), Optional.empty());
    SkyBody brightest = night.moonFromGround().orElseThrow();
    assertEquals(towards, brightest.towards());
    assertEquals(0.24, brightest.illuminance().luminance(), 0.02);
    double sky = new AtmosphereRadiance(night, sources).illuminance().luminance();
    assertTrue(sky > 0.02 && sky < 0.06, sky + " lx");
  }

  @Test
  void aSettingDiskFades() {
    double half = atmosphere(0).sunFromGround().orElseThrow().towards().z();
    assertTrue(half > 0 && half < Math.toRadians(0.27), "the upper half is seen: " + half);
    assertEquals(Optional.empty(), atmosphere(-0.27).sunFromGround());
    assertEquals(Optional.empty(), atmosphere(-90).sunFromGround());
  }
}
