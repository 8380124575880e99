package org.diorama.core.sky.atmosphere;

import org.diorama.core.math.LinearColor;
import org.diorama.core.sky.air.Air;

/** Coefficients of an air by altitude, 1/km, linear between steps of 50 m. */
final class AirProfile {
  static final double PLANET = Air.PLANET_RADIUS / 1000;
  static final double TOP = (Air.PLANET_RADIUS + Air.TOP) / 1000;

  /** Places of the values: three channels each. */
  static final int MOLECULES = 0;

  static final int HAZE = 3;
  static final int EXTINCTION = 6;
  static final int VALUES = 9;

  private static final double STEP = 0.05;

  private final float[] rows;
  private final int last;

  AirProfile(Air air) {
    last = (int) Math.round((TOP - PLANET) / STEP);
    rows = new float[VALUES * (last + 1)];
    for (int i = 0; i <= last; i++) {
      double meters = i * STEP * 1000;
      LinearColor molecules = air.moleculeScattering().times(Air.moleculeDensity(meters) * 1000);
      double haze = Air.hazeDensity(meters) * 1000;
      put(VALUES * i + MOLECULES, molecules);
      put(VALUES * i + HAZE, air.hazeScattering().times(haze));
      put(
          VALUES * i + EXTINCTION,
          molecules
              .plus(air.hazeExtinction().times(haze))
              .plus(air.ozoneAbsorption().times(Air.ozoneDensity(meters) * 1000)));
    }
  }

  private void put(int at, LinearColor color) {
    rows[at] = (float) color.red();
    rows[at + 1] = (float) color.green();
    rows[at + 2] = (float) color.blue();
  }

  /**
   * @param altitude km above sea level; beyond the ends as at the ends
   * @param out {@link #VALUES} numbers
   */
  void at(double altitude, float[] out) {
    double place = Math.max(0, Math.min(last - 1e-6, altitude / STEP));
    int row = (int) place;
    float share = (float) (place - row);
    int at = VALUES * row;
    for (int k = 0; k < VALUES; k++) {
      out[k] = rows[at + k] + share * (rows[at + VALUES + k] - rows[at + k]);
    }
  }
}
