package org.diorama.core.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class PrecipitationTest {
  private static void assertVelocity(Vec3 expected, double wind, double azimuth) {
    Vec3 velocity = new Precipitation(1, 0, 0, wind, azimuth).velocity();
    assertEquals(0, velocity.minus(expected).length(), 1e-12);
  }

  /** Rain of 1 mm/h has drops of 1.24 mm, which fall at 4.76 m/s; flakes fall at 1.2 m/s. */
  @Test
  void whatFallsComesSlantedAsFarAsTheWindCarriesIt() {
    Vec3 rain = new Precipitation(1, 0, 0, 4.76, 180).origin();
    assertEquals(0, rain.minus(new Vec3(-1, 0, 1).normalize()).length(), 2e-3);
    Vec3 snow = new Precipitation(0, 1, 0, 1.2, 90).origin();
    assertEquals(0, snow.minus(new Vec3(0, 1, 1).normalize()).length(), 1e-9);
    assertEquals(Vec3.UNIT_Z, new Precipitation(0, 0, 0, 9, 0).origin(), "nothing falls");
    assertEquals(0, new Precipitation(8, 0, 0).origin().minus(Vec3.UNIT_Z).length(), 1e-12);
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

  /**
   * 1.076 R^0.67 dB/km of rain, 5.4958776 S^1.38 of dry snow; a decibel is a tenth of ln 10. So 10
   * mm/h of rain alone let one see 3.4 km.
   */
  @Test
  void dropsAndFlakesTakeTheirShare() {
    assertEquals(1.1587e-3, new Precipitation(10, 0, 0).extinction(), 1e-6);
    assertEquals(1.2655e-3, new Precipitation(0, 1, 0).extinction(), 1e-6);
    assertEquals(0, Precipitation.NONE.extinction());
    assertEquals(3376, FogLayer.extinctionOfVisibility(1) / 1.1587e-3, 2);
  }
}
