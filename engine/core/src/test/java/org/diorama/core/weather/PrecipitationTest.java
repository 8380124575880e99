package org.diorama.core.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class PrecipitationTest {
  private static void assertVelocity(Vec3 expected, double wind, double azimuth) {
    Vec3 velocity = new Precipitation(1, 0, 0, wind, azimuth).velocity();
    assertEquals(0, velocity.minus(expected).length(), 1e-12);
  }

  /** It blows away from where it comes from. */
  @Test
  void windBlowsAwayFromItsAzimuth() {
    assertVelocity(new Vec3(-3, 0, 0), 3, 0);
    assertVelocity(new Vec3(0, -2, 0), 2, 90);
    assertVelocity(new Vec3(4, 0, 0), 4, -180);
    assertVelocity(Vec3.ZERO, 0, 77);
    assertEquals(Vec3.ZERO, Precipitation.NONE.velocity().plus(Vec3.ZERO));
  }
}
