package org.diorama.core.ephemeris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RefractionTest {
  /** Bennett's formula, The calculation of astronomical refraction (1982), from what is seen. */
  @Test
  void liftIsBennetts() {
    for (double seen = 0; seen < 89; seen += 0.5) {
      double minutes = 1 / Math.tan(Math.toRadians(seen + 7.31 / (seen + 4.4)));
      double truly = seen - minutes / 60;
      assertEquals(seen, Refraction.apparent(truly), 0.015, seen + "°");
    }
  }

  @Test
  void whatSinksIsSeenToSink() {
    double before = Refraction.apparent(90);
    for (double h = 89.99; h > -90; h -= 0.01) {
      double seen = Refraction.apparent(h);
      assertTrue(seen < before && seen > before - 0.03, "no step at " + h + "°");
      before = seen;
    }
  }
}
