package org.diorama.core.sky.atmosphere;

import java.util.Arrays;
import org.diorama.core.math.LinearColor;

/**
 * Light that air scatters into a ray, for 1 lux of sunlight above the air; phase functions are left
 * to the caller. Each step is integrated in closed form with its middle's coefficients: Hillaire,
 * Physically Based and Unified Volumetric Rendering in Frostbite (SIGGRAPH 2015). For one thread.
 */
final class RayMarch {
  /** Share of light from the ray's end that arrives. */
  final double[] transmittance = new double[3];

  /** Scattered once by molecules, and by haze; lux. */
  final double[] molecules = new double[3];

  final double[] haze = new double[3];

  /** Scattered more than once, cd/m²; without a table, the share that is scattered at all. */
  final double[] multiple = new double[3];

  private final AirProfile profile;
  private final TransmittanceTable sunlight;
  private final MultipleScatteringTable scattered;
  private final float[] air = new float[AirProfile.VALUES];
  private final float[] sun = new float[3];
  private final float[] psi = {1, 1, 1};

  RayMarch(AirProfile profile, TransmittanceTable sunlight, MultipleScatteringTable scattered) {
    this.profile = profile;
    this.sunlight = sunlight;
    this.scattered = scattered;
  }

  /**
   * @param radius km from the planet's center to the ray's start
   * @param cosZenith of the ray
   * @param cosSun of the sun's zenith angle at the ray's start
   * @param cosBetween ray and sun
   * @param length of the ray, km
   */
  void march(
      double radius, double cosZenith, double cosSun, double cosBetween, double length, int steps) {
    Arrays.fill(transmittance, 1);
    Arrays.fill(molecules, 0);
    Arrays.fill(haze, 0);
    Arrays.fill(multiple, 0);
    for (int i = 0; i < steps; i++) {
      // Short steps first: the air is densest there, or hides what is behind.
      double start = length * i * i / ((double) steps * steps);
      double end = length * (i + 1) * (i + 1) / ((double) steps * steps);
      double at = 0.5 * (start + end);
      double here = Math.sqrt(radius * radius + at * (at + 2 * radius * cosZenith));
      profile.at(here - AirProfile.PLANET, air);
      double cosSunHere = (radius * cosSun + at * cosBetween) / here;
      sunlight.sun(here, cosSunHere, sun);
      if (scattered != null) {
        scattered.lookup(here, cosSunHere, psi);
      }
      for (int k = 0; k < 3; k++) {
        double extinction = air[AirProfile.EXTINCTION + k];
        double passed = Math.exp(-extinction * (end - start));
        double weight = transmittance[k] * (1 - passed) / extinction;
        double byMolecules = weight * air[AirProfile.MOLECULES + k];
        double byHaze = weight * air[AirProfile.HAZE + k];
        molecules[k] += byMolecules * sun[k];
        haze[k] += byHaze * sun[k];
        multiple[k] += (byMolecules + byHaze) * psi[k];
        transmittance[k] *= passed;
      }
    }
  }

  /**
   * Cd/m² that were scattered into the ray in all.
   *
   * @param cosBetween ray and sun
   */
  LinearColor inScatter(double cosBetween) {
    double byMolecules = Phase.molecules(cosBetween);
    double byHaze = Phase.haze(cosBetween);
    double[] sum = new double[3];
    for (int k = 0; k < 3; k++) {
      sum[k] = molecules[k] * byMolecules + haze[k] * byHaze + multiple[k];
    }
    return new LinearColor(sum[0], sum[1], sum[2]);
  }

  /** Km from a place to the ground; -1 where a ray meets none. */
  static double lengthToGround(double radius, double cosZenith) {
    double under =
        radius * radius * (cosZenith * cosZenith - 1) + AirProfile.PLANET * AirProfile.PLANET;
    return cosZenith >= 0 || under < 0 ? -1 : -radius * cosZenith - Math.sqrt(under);
  }

  /** Km from a place inside the air to its top. */
  static double lengthToTop(double radius, double cosZenith) {
    double inside = radius * radius * (cosZenith * cosZenith - 1) + AirProfile.TOP * AirProfile.TOP;
    return -radius * cosZenith + Math.sqrt(Math.max(0, inside));
  }
}
