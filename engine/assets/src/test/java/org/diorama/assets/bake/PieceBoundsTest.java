package org.diorama.assets.bake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceBoundsTest {
  @ParameterizedTest
  @CsvSource({
    "*, 1, 2, 3, true",
    "z>0.4, 0, 0, 0.41, true",
    "z>0.4, 0, 0, 0.4, false",
    "z<0.4 y>-0.1, 0, 0, 0.3, true",
    "z<0.4 y>-0.1, 0, -0.2, 0.3, false",
    "x>-1 x<1, -1.5, 0, 0, false",
    "x>-1 x<1, 0.5, 0, 0, true"
  })
  void pointsLieBetween(String text, double x, double y, double z, boolean inside) {
    assertEquals(inside, PieceBounds.parse(text).contain(new Vec3(x, y, z)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "z", "z>", "w>1", "z>=1", "z>1,y<2", "z>1  y<2", "z>.4", "* z>1"})
  void whatIsNoBoundIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PieceBounds.parse(text));
  }

  @Test
  void starIsNoBound() {
    assertEquals(PieceBounds.ANYWHERE, PieceBounds.parse("*"));
  }
}
