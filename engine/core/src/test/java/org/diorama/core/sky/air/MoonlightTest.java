package org.diorama.core.sky.air;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class MoonlightTest {
  private static double lux(double phaseAngle, double distance) {
    return Moonlight.body(Vec3.UNIT_Z, phaseAngle, distance).illuminance().luminance();
  }

  /**
   * Magnitude -12.73 of the full moon is 0.314 lux, where 0 is 2.54 µlx; the half moon has
   * magnitude -10.13, an eleventh, and the crescent of 135° -7.89 (Allen, 1976, by hand).
   */
  @Test
  void phasesAreThoseOfTheHandbook() {
    assertEquals(0.3140, lux(0, Moonlight.MEAN_DISTANCE), 0.001);
    assertEquals(0.02859, lux(90, Moonlight.MEAN_DISTANCE), 0.0002);
    assertEquals(lux(90, 4e8), lux(-90, 4e8), "waxing and waning alike");
    assertEquals(0.00364, lux(135, Moonlight.MEAN_DISTANCE), 0.0001);
  }

  /** At perigee, 363,300 km, a full moon gives 12 % more, and is 32.9' wide. */
  @Test
  void lightFallsWithTheSquareOfTheDistance() {
    double perigee = 363_300_000;
    double ratio = Moonlight.MEAN_DISTANCE / perigee;
    assertEquals(ratio * ratio, lux(0, perigee) / lux(0, Moonlight.MEAN_DISTANCE), 1e-9);
    double wide = Moonlight.body(Vec3.UNIT_Z, 0, perigee).angularDiameter();
    assertEquals(32.88 / 60, Math.toDegrees(wide), 0.001);
  }

  /** The lit share of a disk is (1 + cos of the angle) / 2. */
  @Test
  void phaseAngleIsThatOfTheLitShare() {
    assertEquals(0, Moonlight.phaseAngle(1), 1e-9);
    assertEquals(90, Moonlight.phaseAngle(0.5), 1e-9);
    assertEquals(60, Moonlight.phaseAngle(0.75), 1e-9);
    assertEquals(180, Moonlight.phaseAngle(0), 1e-9);
  }
}
