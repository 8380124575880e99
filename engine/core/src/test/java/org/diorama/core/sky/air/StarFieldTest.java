package org.diorama.core.sky.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class StarFieldTest {
  private final List<Star> stars = StarField.of(1);

  /** Allen's counts of stars brighter than each magnitude. */
  @Test
  void thereAreAsManyAsOnTheSky() {
    double[] counts = {15, 50, 171, 541, 1_644, 4_850};
    for (int magnitude = 1; magnitude <= counts.length; magnitude++) {
      double faintest = 2.54e-6 * Math.pow(10, -0.4 * magnitude);
      long brighter =
          stars.stream().filter(star -> star.illuminance().luminance() > faintest).count();
      assertEquals(1, brighter / counts[magnitude - 1], 0.15, "magnitude " + magnitude);
    }
  }

  /** Starlight of the whole sphere is some 2e-4 lux for each hemisphere; bright ones are half. */
  @Test
  void theirLightIsStarlight() {
    double lux = stars.stream().mapToDouble(star -> star.illuminance().luminance()).sum();
    assertTrue(lux > 5e-5 && lux < 5e-4, lux + " lx");
  }

  /** No side of the sky is favored: the mean of so many directions is short. */
  @Test
  void theyAreSpreadEvenly() {
    Vec3 sum = Vec3.ZERO;
    for (Star star : stars) {
      assertEquals(1, star.towards().length(), 1e-12);
      sum = sum.plus(star.towards());
    }
    assertTrue(sum.length() < 4 * Math.sqrt(stars.size()), "mean " + sum);
  }

  @Test
  void aSeedIsASky() {
    assertEquals(stars, StarField.of(1));
    assertNotEquals(stars.get(0).towards(), StarField.of(2).get(0).towards());
  }
}
