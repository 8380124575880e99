package org.diorama.core.sky.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

class AirTest {
  private static final Air USUAL = new Air(40_000, 300, LinearColor.BLACK);
  private static final Air WITHOUT_OZONE = new Air(40_000, 0, LinearColor.BLACK);

  /** Straight up an exponential layer's depth is β H (1 - exp(-h / H)). */
  @Test
  void straightUpIsItsClosedForm() {
    double haze = WITHOUT_OZONE.hazeExtinction().green() * 1_200 * -Math.expm1(-1e5 / 1_200);
    double molecules =
        WITHOUT_OZONE.moleculeScattering().green() * 8_000 * -Math.expm1(-1e5 / 8_000);
    assertEquals(
        Math.exp(-haze - molecules), WITHOUT_OZONE.transmittance(0, 1).green(), 1e-9, "all of it");
    double above = haze * Math.exp(-2_000 / 1_200.0) + molecules * Math.exp(-2_000 / 8_000.0);
    assertEquals(
        Math.exp(-above), WITHOUT_OZONE.transmittance(2_000, 1).green(), 1e-6, "from 2 km");
    // The tent's area is 15 km.
    double ozone = USUAL.ozoneAbsorption().red() * 15_000;
    assertEquals(
        Math.exp(-ozone),
        USUAL.transmittance(0, 1).red() / WITHOUT_OZONE.transmittance(0, 1).red(),
        5e-5);
  }

  /**
   * Along the horizon an exponential layer's column is that of Chapman's function, {@code x exp(x)
   * K₁(x) = √(πx/2) (1 + 3/(8x) - …)} scale heights for x = radius / scale height.
   */
  @Test
  void grazingIsChapmansFunction() {
    double[] columns = RayColumns.between(Air.PLANET_RADIUS, 0, 1.13e6);
    assertEquals(1, columns[0] / chapman(8_000), 1e-4);
    assertEquals(1, columns[1] / chapman(1_200), 1e-6);
  }

  private static double chapman(double height) {
    double x = Air.PLANET_RADIUS / height;
    return height * Math.sqrt(Math.PI * x / 2) * (1 + 3 / (8 * x));
  }

  @Test
  void everyRayIsItsPlainSum() {
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 40; k++) {
      double altitude = 60_000 * random.nextDouble() * random.nextDouble();
      double radius = Air.PLANET_RADIUS + altitude;
      double horizon = -Math.sqrt(1 - Math.pow(Air.PLANET_RADIUS / radius, 2));
      double cosZenith = horizon + (1 - horizon) * Math.pow(random.nextDouble(), 4);
      double expected = Math.exp(-plainDepth(USUAL, radius, cosZenith));
      double found = USUAL.transmittance(altitude, cosZenith).blue();
      assertEquals(expected, found, 2e-6, "seed 4, case " + k + ": " + altitude + ", " + cosZenith);
    }
  }

  /** Optical depth of the blue channel by the midpoint rule. */
  private static double plainDepth(Air air, double radius, double cosZenith) {
    double top = Air.PLANET_RADIUS + Air.TOP;
    double length =
        -radius * cosZenith + Math.sqrt(radius * radius * (cosZenith * cosZenith - 1) + top * top);
    int steps = 100_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double at = (i + 0.5) / steps * length;
      double h = Math.sqrt(radius * radius + at * at + 2 * radius * at * cosZenith);
      double altitude = h - Air.PLANET_RADIUS;
      sum +=
          air.moleculeScattering().blue() * Math.exp(-altitude / 8_000)
              + air.hazeExtinction().blue() * Math.exp(-altitude / 1_200)
              + air.ozoneAbsorption().blue() * Math.max(0, 1 - Math.abs(altitude - 25e3) / 15e3);
    }
    return sum * length / steps;
  }

  @Test
  void whatThePlanetHidesIsBlack() {
    assertEquals(LinearColor.BLACK, USUAL.transmittance(2, -0.01));
    assertTrue(USUAL.transmittance(2, 0.0).red() > 0);
    // From 10 km the horizon is 3.2° down.
    assertTrue(USUAL.transmittance(10_000, -0.05).red() > 0);
    assertEquals(LinearColor.BLACK, USUAL.transmittance(10_000, -0.06));
  }

  /** Koschmieder: at the visibility 2 % of the contrast is left. */
  @Test
  void visibilityIsKoschmieders() {
    for (double visibility : new double[] {2_000, 10_000, 40_000, 200_000}) {
      Air air = new Air(visibility, 300, LinearColor.BLACK);
      double extinction = air.moleculeScattering().green() + air.hazeExtinction().green();
      assertEquals(0.02, Math.exp(-extinction * visibility), 0.002, visibility + " m");
    }
    assertThrows(IllegalArgumentException.class, () -> new Air(100, 300, LinearColor.BLACK));
  }

  /** Means over the channels, made again from spectra. */
  @Test
  void coefficientsAreMeansOverTheChannels() {
    LinearColor molecules = Channels.mean(nm -> 13.558e-6 * Math.pow(550 / nm, 4.08));
    assertEquals(molecules.red(), USUAL.moleculeScattering().red(), 1e-8);
    assertEquals(molecules.green(), USUAL.moleculeScattering().green(), 1e-8);
    assertEquals(molecules.blue(), USUAL.moleculeScattering().blue(), 2e-8);
    LinearColor haze = Channels.mean(nm -> Math.pow(550 / nm, 1.3));
    LinearColor found = USUAL.hazeExtinction();
    assertEquals(haze.red() / haze.green(), found.red() / found.green(), 0.004);
    assertEquals(haze.blue() / haze.green(), found.blue() / found.green(), 0.004);
  }

  @Test
  void sunlightIsNearlyWhite() {
    LinearColor sun = Sunlight.above(128_000);
    assertEquals(128_000, sun.luminance(), 1e-6);
    LinearColor black = Channels.light();
    assertEquals(black.red(), sun.red() / 128_000, 0.02);
    assertEquals(black.blue(), sun.blue() / 128_000, 0.05);
  }
}
