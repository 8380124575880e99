package org.diorama.core.sky.air;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

class SunlightTest {
  /** Lux are the weighted sum of the channels, and red over blue is that of the spectrum. */
  @Test
  void lightAboveTheAirHasTheSunsColor() {
    LinearColor light = Sunlight.above(1000);
    assertEquals(1000, light.luminance(), 1e-9);
    assertEquals(1.474 * 98242.786222 / (1.91198 * 66475.012354), light.red() / light.blue(), 1e-9);
  }

  /** The Earth is nearest early in January: 3.3 % more light, in July as much less. */
  @Test
  void theSunIsNearestInJanuary() {
    assertEquals(1.033, Sunlight.nearness(3), 0.001);
    assertEquals(0.967, Sunlight.nearness(185), 0.001);
    assertEquals(1, Sunlight.nearness(92), 0.002);
  }

  /**
   * Of a disk whose middle stands at the horizon a half is above it; at half of its radius above,
   * the segment below has the share 1/3 - √3 / (4π).
   */
  @Test
  void aSettingDiskIsASegment() {
    double segment = 1.0 / 3 - Math.sqrt(3) / (4 * Math.PI);
    assertEquals(1, Atmosphere.shareAbove(0.0047, 0.0046), 1e-12);
    assertEquals(1 - segment, Atmosphere.shareAbove(0.0023, 0.0046), 1e-12);
    assertEquals(0.5, Atmosphere.shareAbove(0, 0.0046), 1e-12);
    assertEquals(segment, Atmosphere.shareAbove(-0.0023, 0.0046), 1e-12);
    assertEquals(0, Atmosphere.shareAbove(-0.0046, 0.0046), 1e-12);
  }
}
