package org.diorama.core.sky.air;

import org.diorama.core.math.LinearColor;

/**
 * The air of a planet like Earth: molecules, haze and ozone, thinning with altitude as in Hillaire,
 * A Scalable and Production Ready Sky and Atmosphere Rendering Technique (EGSR 2020), table 1. Its
 * coefficients are those of single wavelengths; here they are means over the channels of linear
 * Rec.709, weighted with the channel's response to sunlight: of λ⁻⁴ through the table's 13.558e-6/m
 * at 550 nm, and of ozone's cross section (Bruneton and Neyret, Precomputed Atmospheric Scattering,
 * implementation of 2017) through its 1.881e-6/m. So a blue hour is blue: ozone absorbs most at 600
 * nm, which the table's 680 nm misses.
 *
 * <p>Haze is given by how far one sees: Koschmieder's law, extinction at 550 nm = ln(1/0.02) /
 * visibility, molecules included; its dependence on wavelength is that of Kim, McArthur and
 * Korevaar, Comparison of laser beam propagation at 785 nm and 1550 nm in fog and haze (SPIE 4214,
 * 2001).
 *
 * @param visibility meters at sea level at which an object has 2 % of its contrast left, from
 *     {@link #MIN_VISIBILITY} to {@link #MAX_VISIBILITY}
 * @param ozone Dobson units of the whole column; 300 are usual
 * @param groundAlbedo reflectance of the ground, in [0, 1]
 */
public record Air(double visibility, double ozone, LinearColor groundAlbedo) {
  /** Meters. In denser haze the sun's disk is hardly seen: that is fog, which is no deep layer. */
  public static final double MIN_VISIBILITY = 2_000;

  /** Meters. Molecules alone would let one see 290 km. */
  public static final double MAX_VISIBILITY = 200_000;

  /** Meters from the planet's center to sea level. */
  public static final double PLANET_RADIUS = 6_360_000;

  /** Meters above sea level where the air ends. */
  public static final double TOP = 100_000;

  /** Meters in which molecules thin to 1/e; likewise haze. */
  static final double MOLECULE_HEIGHT = 8_000;

  static final double HAZE_HEIGHT = 1_200;

  private static final double OZONE_CENTER = 25_000;
  private static final double OZONE_HALF_WIDTH = 15_000;

  /** Column of the coefficients. */
  private static final double USUAL_OZONE = 300;

  /**
   * Share of what haze takes from a ray that it scatters: between the clean and the average
   * continental aerosol of Hess, Koepke and Schult, Optical Properties of Aerosols and Clouds
   * (Bull. Am. Meteorol. Soc. 79, 1998).
   */
  private static final double HAZE_SCATTERS = 0.95;

  /** Natural logarithm of 1/0.02. */
  private static final double KOSCHMIEDER = 3.912023005428146;

  private static final LinearColor MOLECULES = new LinearColor(7.09e-6, 13.76e-6, 33.1e-6);
  private static final LinearColor OZONE = new LinearColor(2.47e-6, 1.79e-6, 0);

  /** 1/m at 550 nm, where visibility is measured. */
  private static final double MOLECULES_OF_VISIBILITY = 13.558e-6;

  /** Where each channel's mean of haze lies, of 550 nm. */
  private static final double[] WAVELENGTHS = {640 / 550.0, 545 / 550.0, 441 / 550.0};

  public Air {
    if (!(visibility >= MIN_VISIBILITY && visibility <= MAX_VISIBILITY) || !(ozone >= 0)) {
      throw new IllegalArgumentException("visibility " + visibility + " m, ozone " + ozone);
    }
  }

  /** 1/m at sea level: what molecules scatter; they absorb nothing. */
  public LinearColor moleculeScattering() {
    return MOLECULES;
  }

  /** 1/m at sea level: what haze takes from a ray. */
  public LinearColor hazeExtinction() {
    double haze = hazeOfVisibility(visibility);
    double kilometers = visibility / 1000;
    double exponent = kilometers > 6 ? 1.3 : 0.16 * kilometers + 0.34;
    return new LinearColor(
        haze * StrictMath.pow(WAVELENGTHS[0], -exponent),
        haze * StrictMath.pow(WAVELENGTHS[1], -exponent),
        haze * StrictMath.pow(WAVELENGTHS[2], -exponent));
  }

  /** 1/m at sea level and 550 nm: what haze takes from a ray. */
  static double hazeOfVisibility(double visibility) {
    return KOSCHMIEDER / visibility - MOLECULES_OF_VISIBILITY;
  }

  /** 1/m at sea level: what haze scatters. */
  public LinearColor hazeScattering() {
    return hazeExtinction().times(HAZE_SCATTERS);
  }

  /** 1/m where ozone is densest: what it absorbs. */
  public LinearColor ozoneAbsorption() {
    return OZONE.times(ozone / USUAL_OZONE);
  }

  /** Relative density of molecules at an altitude in meters. */
  public static double moleculeDensity(double altitude) {
    return StrictMath.exp(-altitude / MOLECULE_HEIGHT);
  }

  public static double hazeDensity(double altitude) {
    return StrictMath.exp(-altitude / HAZE_HEIGHT);
  }

  /** Meters of the density at sea level from there to an altitude straight above. */
  public static double moleculeColumn(double altitude) {
    return MOLECULE_HEIGHT * (1 - moleculeDensity(altitude));
  }

  public static double hazeColumn(double altitude) {
    return HAZE_HEIGHT * (1 - hazeDensity(altitude));
  }

  /** A tent around 25 km. */
  public static double ozoneDensity(double altitude) {
    return Math.max(0, 1 - Math.abs(altitude - OZONE_CENTER) / OZONE_HALF_WIDTH);
  }

  /**
   * Share of a ray's light that arrives from space, per channel; black where the planet is in the
   * way.
   *
   * @param altitude meters above sea level, in [0, {@link #TOP}]
   * @param cosZenith of the direction towards space
   */
  public LinearColor transmittance(double altitude, double cosZenith) {
    double radius = PLANET_RADIUS + altitude;
    double nearest = radius * Math.sqrt(Math.max(0, 1 - cosZenith * cosZenith));
    if (cosZenith < 0 && nearest < PLANET_RADIUS) {
      return LinearColor.BLACK;
    }
    double top = PLANET_RADIUS + TOP;
    double whole = Math.sqrt(Math.max(0, top * top - nearest * nearest));
    double along = radius * cosZenith;
    // Both parts start where the ray is nearest to the ground, and densest.
    double[] columns = RayColumns.between(nearest, Math.max(0, along), whole);
    if (along < 0) {
      double[] before = RayColumns.between(nearest, 0, -along);
      for (int i = 0; i < columns.length; i++) {
        columns[i] += before[i];
      }
    }
    LinearColor haze = hazeExtinction();
    LinearColor absorbed = ozoneAbsorption();
    return new LinearColor(
        StrictMath.exp(-depth(columns, MOLECULES.red(), haze.red(), absorbed.red())),
        StrictMath.exp(-depth(columns, MOLECULES.green(), haze.green(), absorbed.green())),
        StrictMath.exp(-depth(columns, MOLECULES.blue(), haze.blue(), absorbed.blue())));
  }

  private static double depth(double[] columns, double molecules, double haze, double ozone) {
    return columns[0] * molecules + columns[1] * haze + columns[2] * ozone;
  }
}
