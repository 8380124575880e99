package org.diorama.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinearColorTest {
  @Test
  void luminanceWeightsAddToOne() {
    assertEquals(1, LinearColor.WHITE.luminance(), 1e-15);
    assertEquals(0.7152, new LinearColor(0, 1, 0).luminance());
    assertEquals(0.5, LinearColor.WHITE.times(0.5).luminance(), 1e-15);
  }

  @Test
  void srgbDecodes() {
    assertEquals(LinearColor.BLACK, LinearColor.ofSrgb(0, 0, 0));
    assertEquals(1, LinearColor.ofSrgb(1, 1, 1).luminance(), 1e-12);
    LinearColor color = LinearColor.ofSrgb(0.5, 0.04045, 0.2);
    assertEquals(0.21404114048223255, color.red(), 1e-15);
    assertEquals(0.04045 / 12.92, color.green(), 1e-15);
    assertEquals(0.033104766570885055, color.blue(), 1e-15);
  }
}
