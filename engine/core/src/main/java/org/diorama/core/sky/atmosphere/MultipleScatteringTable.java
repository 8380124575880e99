package org.diorama.core.sky.atmosphere;

import org.diorama.core.math.LinearColor;

/**
 * Mean luminance at a place of all light that was scattered before, for 1 lux of sunlight above the
 * air: section 5.5 of Hillaire (2020). From the second time on light is taken to be scattered alike
 * to all sides, and the air to be around as it is here, so that all orders sum to {@code L₂ / (1 -
 * f)}.
 */
final class MultipleScatteringTable {
  private static final int ALTITUDES = 16;

  /** Fine steps of the sun's height from below the horizon on, where all changes most. */
  private static final int LOW = 48;

  private static final double LOWEST = -0.34;
  private static final double LOW_STEP = 0.01;
  private static final double HIGH_START = LOWEST + LOW * LOW_STEP;
  private static final int HIGH = 14;
  private static final int SUNS = LOW + HIGH + 1;

  /** The last steps grow evenly from the low ones' on. */
  private static final double GROWTH = (1 - HIGH_START - HIGH * LOW_STEP) / (HIGH * HIGH);

  private static final int AZIMUTHS = 2;
  private static final int STEPS = 32;

  /** Gauss and Legendre's four places in [0, 1], and their weights. */
  private static final double[] PLACES = {
    0.0694318442029737, 0.3300094782075719, 0.6699905217924281, 0.9305681557970263
  };

  private static final double[] WEIGHTS = {
    0.1739274225687269, 0.3260725774312731, 0.3260725774312731, 0.1739274225687269
  };

  private final float[] values = new float[3 * ALTITUDES * SUNS];

  MultipleScatteringTable(
      AirProfile profile, TransmittanceTable sunlight, LinearColor groundAlbedo) {
    RayMarch ray = new RayMarch(profile, sunlight, null);
    double[] albedo = {groundAlbedo.red(), groundAlbedo.green(), groundAlbedo.blue()};
    for (int row = 0; row < ALTITUDES; row++) {
      double share = (double) row / (ALTITUDES - 1);
      double thickness = AirProfile.TOP - AirProfile.PLANET;
      double radius = AirProfile.PLANET + Math.max(0.001, thickness * share * share);
      for (int column = 0; column < SUNS; column++) {
        sum(ray, sunlight, albedo, radius, cosSun(column), 3 * (row * SUNS + column));
      }
    }
  }

  /**
   * Over the directions above the horizon and those below it, where light is another; in both by
   * the root of the height from the horizon, near which it changes most. Both sides of the sun's
   * plane are alike.
   */
  private void sum(
      RayMarch ray,
      TransmittanceTable sunlight,
      double[] albedo,
      double radius,
      double cosSun,
      int at) {
    double[] second = new double[3];
    double[] again = new double[3];
    float[] onGround = new float[3];
    double sinSun = Math.sqrt(1 - cosSun * cosSun);
    double ratio = AirProfile.PLANET / radius;
    double horizon = -Math.sqrt(1 - ratio * ratio);
    for (int i = 0; i < 2 * PLACES.length; i++) {
      double place = PLACES[i % PLACES.length];
      double whole = i < PLACES.length ? 1 - horizon : -1 - horizon;
      double cosZenith = horizon + whole * place * place;
      double share = WEIGHTS[i % PLACES.length] * place * Math.abs(whole) / AZIMUTHS;
      double sinZenith = Math.sqrt(1 - cosZenith * cosZenith);
      double ground = RayMarch.lengthToGround(radius, cosZenith);
      double length = ground >= 0 ? ground : RayMarch.lengthToTop(radius, cosZenith);
      for (int j = 0; j < AZIMUTHS; j++) {
        double azimuth = Math.PI * (j + 0.5) / AZIMUTHS;
        double between = sinZenith * sinSun * Math.cos(azimuth) + cosZenith * cosSun;
        ray.march(radius, cosZenith, cosSun, between, length, STEPS);
        double sunOnGround = (radius * cosSun + length * between) / AirProfile.PLANET;
        boolean lit = ground >= 0 && sunOnGround > 0;
        if (lit) {
          sunlight.sun(AirProfile.PLANET, sunOnGround, onGround);
        }
        for (int k = 0; k < 3; k++) {
          double back =
              lit ? ray.transmittance[k] * albedo[k] / Math.PI * onGround[k] * sunOnGround : 0;
          second[k] += share * ((ray.molecules[k] + ray.haze[k]) / (4 * Math.PI) + back);
          again[k] += share * ray.multiple[k];
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      values[at + k] = (float) (second[k] / (1 - again[k]));
    }
  }

  private static double cosSun(int column) {
    int high = Math.max(0, column - LOW);
    return Math.min(1, LOWEST + LOW_STEP * column + GROWTH * high * high);
  }

  private static double column(double cosSun) {
    double low = (cosSun - LOWEST) / LOW_STEP;
    if (low <= LOW) {
      return Math.max(0, low);
    }
    // The inverse of a quadratic.
    double beyond = cosSun - HIGH_START;
    return LOW + (Math.sqrt(LOW_STEP * LOW_STEP + 4 * GROWTH * beyond) - LOW_STEP) / (2 * GROWTH);
  }

  /**
   * @param radius km from the planet's center
   * @param cosSun of the sun's zenith angle there
   * @param out cd/m² per channel for 1 lux
   */
  void lookup(double radius, double cosSun, float[] out) {
    double height = (radius - AirProfile.PLANET) / (AirProfile.TOP - AirProfile.PLANET);
    double y = Math.sqrt(Math.max(0, Math.min(1, height))) * (ALTITUDES - 1);
    double x = Math.min(SUNS - 1, column(cosSun));
    int column = Math.min(SUNS - 2, (int) x);
    int row = Math.min(ALTITUDES - 2, (int) y);
    float right = (float) (x - column);
    float below = (float) (y - row);
    int at = 3 * (row * SUNS + column);
    int next = at + 3 * SUNS;
    for (int k = 0; k < 3; k++) {
      float upper = values[at + k] + right * (values[at + 3 + k] - values[at + k]);
      float lower = values[next + k] + right * (values[next + 3 + k] - values[next + k]);
      out[k] = upper + below * (lower - upper);
    }
  }
}
