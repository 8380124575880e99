package org.diorama.core.sky.atmosphere;

import org.diorama.core.math.LinearColor;

/**
 * The sky that one body lights, seen from one place: luminance by direction for 1 lux above the air
 * of a white body. Section 5.3 of Hillaire (2020), with two changes: only half of the directions
 * are kept, as both sides of the body's meridian are alike, and light that haze scattered once is
 * kept without its phase function, whose peak around the body no table would hold.
 */
public final class SkyViewTable {
  private static final int COLUMNS = 49;
  private static final int UPPER = 56;
  private static final int LOWER = 20;
  private static final int STEPS = 30;
  private static final int VALUES = 6;

  private final float[] values = new float[VALUES * COLUMNS * (UPPER + LOWER)];
  private final double horizon;
  private final double cosSun;
  private final double sinSun;
  private final LinearColor illuminance;

  /**
   * @param altitude meters of the eye above sea level
   * @param cosSun of the body's zenith angle
   */
  public SkyViewTable(AirTables tables, double altitude, double cosSun) {
    // An eye on the very ground would see no horizon.
    double radius = AirProfile.PLANET + Math.max(2, altitude) / 1000;
    double ratio = AirProfile.PLANET / radius;
    this.horizon = -Math.sqrt(1 - ratio * ratio);
    this.cosSun = cosSun;
    this.sinSun = Math.sqrt(Math.max(0, 1 - cosSun * cosSun));
    RayMarch ray = tables.rayMarch();
    for (int row = 0; row < UPPER; row++) {
      double z = upper((double) row / (UPPER - 1));
      fill(ray, radius, z, RayMarch.lengthToTop(radius, z), row);
    }
    this.illuminance = integrate();
    LinearColor ground = ground(tables);
    for (int row = 0; row < LOWER; row++) {
      double z = lower((double) row / (LOWER - 1));
      double length = Math.max(0, RayMarch.lengthToGround(radius, z));
      if (row == 0) {
        length = Math.sqrt(radius * radius - AirProfile.PLANET * AirProfile.PLANET);
      }
      fill(ray, radius, z, length, UPPER + row);
      for (int column = 0; column < COLUMNS; column++) {
        int at = at(UPPER + row, column);
        values[at] += (float) (ray.transmittance[0] * ground.red());
        values[at + 1] += (float) (ray.transmittance[1] * ground.green());
        values[at + 2] += (float) (ray.transmittance[2] * ground.blue());
      }
    }
  }

  private double upper(double share) {
    return horizon + (1 - horizon) * share * share;
  }

  private double lower(double share) {
    return horizon - (1 + horizon) * share * share;
  }

  private static int at(int row, int column) {
    return VALUES * (row * COLUMNS + column);
  }

  private static double azimuthCosine(int column) {
    double share = (double) column / (COLUMNS - 1);
    return 1 - 2 * share * share;
  }

  private double between(double z, double azimuthCosine) {
    double between = Math.sqrt(Math.max(0, 1 - z * z)) * sinSun * azimuthCosine + z * cosSun;
    return Math.max(-1, Math.min(1, between));
  }

  private void fill(RayMarch ray, double radius, double z, double length, int row) {
    for (int column = 0; column < COLUMNS; column++) {
      double between = between(z, azimuthCosine(column));
      ray.march(radius, z, cosSun, between, length, STEPS);
      double phase = Phase.molecules(between);
      int at = at(row, column);
      for (int k = 0; k < 3; k++) {
        values[at + k] = (float) (ray.molecules[k] * phase + ray.multiple[k]);
        values[at + 3 + k] = (float) ray.haze[k];
      }
    }
  }

  /** Lux on an upward surface from the upper half, by the trapezoid rule. */
  private LinearColor integrate() {
    double[] sum = new double[3];
    for (int row = 0; row < UPPER; row++) {
      double z = upper((double) row / (UPPER - 1));
      double before = upper(Math.max(0, row - 1.0) / (UPPER - 1));
      double after = upper(Math.min(UPPER - 1, row + 1.0) / (UPPER - 1));
      for (int column = 0; column < COLUMNS; column++) {
        double width =
            Math.acos(azimuthCosine(Math.min(COLUMNS - 1, column + 1)))
                - Math.acos(azimuthCosine(Math.max(0, column - 1)));
        // Half of each difference, for both sides of the meridian.
        double weight = 0.5 * width * (after - before) * Math.max(0, z);
        double haze = Phase.haze(between(z, azimuthCosine(column)));
        int at = at(row, column);
        for (int k = 0; k < 3; k++) {
          sum[k] += weight * (values[at + k] + haze * values[at + 3 + k]);
        }
      }
    }
    return new LinearColor(sum[0], sum[1], sum[2]);
  }

  /** Luminance of the lit ground. */
  private LinearColor ground(AirTables tables) {
    float[] sun = new float[3];
    tables.sunlight().sun(AirProfile.PLANET, cosSun, sun);
    LinearColor lit = new LinearColor(sun[0], sun[1], sun[2]).times(Math.max(0, cosSun));
    return lit.plus(illuminance).times(tables.air().groundAlbedo()).times(1 / Math.PI);
  }

  /** Lux per channel on an upward surface, for 1 lux above the air; the body itself excluded. */
  public LinearColor illuminance() {
    return illuminance;
  }

  /**
   * Cd/m² per channel in a direction, for 1 lux above the air.
   *
   * @param z of the direction, a unit vector
   * @param azimuthCosine of the angle between direction and body as seen from above
   */
  public LinearColor luminance(double z, double azimuthCosine) {
    boolean above = z >= horizon;
    double share = above ? (z - horizon) / (1 - horizon) : (horizon - z) / (1 + horizon);
    int last = above ? UPPER - 1 : LOWER - 1;
    double y = Math.sqrt(Math.max(0, Math.min(1, share))) * last;
    double x = Math.sqrt(Math.max(0, Math.min(1, 0.5 - 0.5 * azimuthCosine))) * (COLUMNS - 1);
    int row = Math.min(last - 1, (int) y);
    int column = Math.min(COLUMNS - 2, (int) x);
    double below = y - row;
    double right = x - column;
    double haze = Phase.haze(between(z, azimuthCosine));
    int at = at(above ? row : UPPER + row, column);
    int next = at + VALUES * COLUMNS;
    double a = (1 - right) * (1 - below);
    double b = right * (1 - below);
    double c = (1 - right) * below;
    double d = right * below;
    return new LinearColor(
        mix(at, next, a, b, c, d, haze),
        mix(at + 1, next + 1, a, b, c, d, haze),
        mix(at + 2, next + 2, a, b, c, d, haze));
  }

  private double mix(int at, int next, double a, double b, double c, double d, double haze) {
    return a * (values[at] + haze * values[at + 3])
        + b * (values[at + VALUES] + haze * values[at + VALUES + 3])
        + c * (values[next] + haze * values[next + 3])
        + d * (values[next + VALUES] + haze * values[next + VALUES + 3]);
  }
}
