package org.diorama.core.sky.air;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.diorama.core.ephemeris.SiderealTime;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class FirmamentTest {
  private static void assertNear(Vec3 expected, Vec3 actual, String message) {
    assertEquals(0, actual.minus(expected).length(), 1e-9, message + ": " + actual);
  }

  /** Meeus, Astronomical Algorithms, example 12.b: 8 h 34 m 57.0896 s. */
  @Test
  void siderealTimeIsThatOfTheTextbook() {
    double greenwich = SiderealTime.local(Instant.parse("1987-04-10T19:21:00Z"), 0);
    assertEquals(128.7378734, Math.toDegrees(greenwich), 1e-5);
    double east = SiderealTime.local(Instant.parse("1987-04-10T19:21:00Z"), 30);
    assertEquals(158.7378734, Math.toDegrees(east), 1e-5);
  }

  @Test
  void starsRiseInTheEastAndCircleThePole() {
    Vec3 pole = Rotations.direction(Math.PI / 2, Rotations.radians(50));
    Vec3 overhead = Rotations.direction(0.4, Rotations.radians(50));
    Vec3 equator = Rotations.direction(0.4, 0);
    assertNear(pole, new Firmament(0, pole, 1.3).inWorld(Vec3.UNIT_Z), "the pole");
    Firmament culminating = new Firmament(0, pole, 0.4);
    assertNear(Vec3.UNIT_Z, culminating.inWorld(overhead), "declination is latitude");
    assertNear(
        Rotations.direction(-Math.PI / 2, Rotations.radians(40)),
        culminating.inWorld(equator),
        "in the south");
    // Six sidereal hours before it rises due east, six after it sets due west.
    assertNear(Vec3.UNIT_X, new Firmament(0, pole, 0.4 - Math.PI / 2).inWorld(equator), "rising");
    assertNear(
        Vec3.UNIT_X.negate(),
        new Firmament(0, pole, 0.4 + Math.PI / 2).inWorld(equator),
        "setting");
  }
}
