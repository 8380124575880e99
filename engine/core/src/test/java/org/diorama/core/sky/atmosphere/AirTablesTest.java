package org.diorama.core.sky.atmosphere;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.diorama.core.math.LinearColor;
import org.diorama.core.sky.air.Air;
import org.junit.jupiter.api.Test;

/** Tables against sums of their own. */
class AirTablesTest {
  private static final Air AIR = new Air(40_000, 300, new LinearColor(0.2, 0.2, 0.2));
  private static final AirProfile PROFILE = new AirProfile(AIR);
  private static final TransmittanceTable SUNLIGHT = new TransmittanceTable(PROFILE);

  @Test
  void phaseFunctionsScatterAllThatTheyGet() {
    double molecules = 0;
    double haze = 0;
    int steps = 20_000;
    for (int i = 0; i < steps; i++) {
      double cosine = -1 + 2 * (i + 0.5) / steps;
      molecules += 4 * Math.PI / steps * Phase.molecules(cosine);
      haze += 4 * Math.PI / steps * Phase.haze(cosine);
    }
    assertEquals(1, molecules, 1e-6);
    assertEquals(1, haze, 1e-6);
  }

  @Test
  void transmittanceIsThatOfTheRay() {
    SplittableRandom random = new SplittableRandom(8);
    float[] found = new float[3];
    for (int k = 0; k < 300; k++) {
      double altitude = 99_000 * Math.pow(random.nextDouble(), 3);
      double ratio = Air.PLANET_RADIUS / (Air.PLANET_RADIUS + altitude);
      double horizon = -Math.sqrt(1 - ratio * ratio);
      double cosZenith = horizon + 0.005 + (0.995 - horizon) * Math.pow(random.nextDouble(), 3);
      SUNLIGHT.sun(AirProfile.PLANET + altitude / 1000, cosZenith, found);
      LinearColor exact = AIR.transmittance(altitude, cosZenith);
      String what = "seed 8, case " + k + ": " + altitude + " m, " + cosZenith;
      assertEquals(exact.red(), found[0], 0.004, what);
      assertEquals(exact.green(), found[1], 0.004, what);
      assertEquals(exact.blue(), found[2], 0.004, what);
    }
  }

  /** Light scattered once, by exact transmittances along both ways and four thousand steps. */
  @Test
  void scatteredOnceIsItsPlainIntegral() {
    RayMarch march = new RayMarch(PROFILE, SUNLIGHT, null);
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 12; k++) {
      double cosZenith = 0.02 + 0.98 * random.nextDouble();
      double cosSun = 0.1 + 0.9 * random.nextDouble();
      double across = Math.sqrt((1 - cosZenith * cosZenith) * (1 - cosSun * cosSun));
      double between = across * (2 * random.nextDouble() - 1) + cosZenith * cosSun;
      double radius = AirProfile.PLANET + 0.002;
      double length = RayMarch.lengthToTop(radius, cosZenith);
      march.march(radius, cosZenith, cosSun, between, length, 30);
      double[] expected = scatteredOnce(cosZenith, cosSun, between, length);
      String what = "seed 3, case " + k + ": ray " + cosZenith + ", sun " + cosSun;
      assertEquals(1, march.molecules[1] / expected[0], 0.02, what + ", molecules");
      assertEquals(1, march.haze[1] / expected[1], 0.04, what + ", haze");
    }
  }

  /** Of the green channel, by molecules and by haze. */
  private static double[] scatteredOnce(
      double cosZenith, double cosSun, double between, double kilometers) {
    double radius = Air.PLANET_RADIUS + 2;
    double length = kilometers * 1000;
    int steps = 4_000;
    double depth = 0;
    double[] sum = new double[2];
    for (int i = 0; i < steps; i++) {
      double start = length * i * i / ((double) steps * steps);
      double step = length * (2 * i + 1) / ((double) steps * steps);
      double at = start + step / 2;
      double here = Math.sqrt(radius * radius + at * at + 2 * radius * at * cosZenith);
      double altitude = Math.min(Air.TOP, here - Air.PLANET_RADIUS);
      double molecules = AIR.moleculeScattering().green() * Math.exp(-altitude / 8_000);
      double haze = AIR.hazeExtinction().green() * Math.exp(-altitude / 1_200);
      double ozone =
          AIR.ozoneAbsorption().green() * Math.max(0, 1 - Math.abs(altitude - 25e3) / 15e3);
      double extinction = molecules + haze + ozone;
      double sun = AIR.transmittance(altitude, (radius * cosSun + at * between) / here).green();
      double weight = Math.exp(-depth - extinction * step / 2) * step * sun;
      sum[0] += weight * molecules;
      sum[1] += weight * 0.95 * haze;
      depth += extinction * step;
    }
    return sum;
  }

  /**
   * All orders of scattering, each the share f of the last one, sum to L₂ / (1 - f): with both
   * summed here over many more directions.
   */
  @Test
  void allOrdersAddUp() {
    LinearColor ground = AIR.groundAlbedo();
    MultipleScatteringTable table = new MultipleScatteringTable(PROFILE, SUNLIGHT, ground);
    RayMarch ray = new RayMarch(PROFILE, SUNLIGHT, null);
    float[] found = new float[3];
    float[] onGround = new float[3];
    for (double cosSun : new double[] {0.156, 0.4, 0.7, 0.95}) {
      double radius = AirProfile.PLANET + 0.001;
      double[] second = new double[3];
      double[] share = new double[3];
      int heights = 48;
      int azimuths = 12;
      for (int k = 0; k < heights * azimuths; k++) {
        // Closer at the horizon, where light changes most.
        double place = 2 * (k / azimuths + 0.5) / heights - 1;
        double cosZenith = place * Math.abs(place);
        double weight = 2 * Math.abs(place) / (heights * azimuths);
        double across = Math.sqrt((1 - cosZenith * cosZenith) * (1 - cosSun * cosSun));
        double azimuth = Math.PI * (k % azimuths + 0.5) / azimuths;
        double between = across * Math.cos(azimuth) + cosZenith * cosSun;
        double down = RayMarch.lengthToGround(radius, cosZenith);
        double length = down >= 0 ? down : RayMarch.lengthToTop(radius, cosZenith);
        ray.march(radius, cosZenith, cosSun, between, length, 60);
        SUNLIGHT.sun(AirProfile.PLANET, cosSun, onGround);
        for (int i = 0; i < 3; i++) {
          double back = down < 0 ? 0 : ray.transmittance[i] * 0.2 / Math.PI * onGround[i] * cosSun;
          double once = (ray.molecules[i] + ray.haze[i]) / (4 * Math.PI) + back;
          second[i] += weight * once;
          share[i] += weight * ray.multiple[i];
        }
      }
      table.lookup(radius, cosSun, found);
      for (int i = 0; i < 3; i++) {
        double sum = 0;
        for (int order = 30; order > 0; order--) {
          sum = second[i] + share[i] * sum;
        }
        assertEquals(1, found[i] / sum, 0.025, "sun at " + cosSun + ", channel " + i);
      }
    }
  }
}
