package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

class PhongRulesTest {
  private static final LinearColor RED = new LinearColor(0.8, 0.1, 0.1);
  private static final LinearColor GRAY = new LinearColor(0.37, 0.37, 0.37);
  private static final LinearColor BRIGHT = new LinearColor(0.9, 0.8, 0.5);

  @Test
  void colorsAreDecodedFromSrgb() {
    assertEquals(
        0.2140, PhongRules.linear(new float[] {0.5f, 0, 0, 1}).red(), 1e-4, "IEC 61966-2-1");
    assertEquals(0.0031 / 12.92, PhongRules.linear(new float[] {0.0031f, 0, 0}).red(), 1e-9);
    LinearColor wild = PhongRules.linear(new float[] {-1, 7, Float.NaN});
    assertEquals(new LinearColor(0, 1, 0), wild);
  }

  @Test
  void theExponentSetsTheRoughness() {
    assertEquals(1, PhongRules.convert(RED, LinearColor.BLACK, 100, 1, false).roughness());
    assertEquals(1, PhongRules.convert(RED, GRAY, 0, 1, false).roughness(), 1e-12);
    assertEquals(0.5, PhongRules.convert(RED, GRAY, 30, 1, false).roughness(), 1e-12);
    assertEquals(0.2, PhongRules.convert(RED, GRAY, 1e9, 1, false).roughness());
    assertEquals(1, PhongRules.convert(RED, GRAY, Double.NaN, 1, false).roughness());
  }

  @Test
  void blackWithABrightHighlightIsAMetal() {
    PhongRules.Surface chrome = PhongRules.convert(LinearColor.BLACK, BRIGHT, 200, 1, false);
    assertEquals(1, chrome.metallic());
    assertEquals(BRIGHT, chrome.baseColor());
    assertEquals(0, PhongRules.convert(RED, BRIGHT, 200, 1, false).metallic());
    assertEquals(0, PhongRules.convert(LinearColor.BLACK, BRIGHT, 200, 1, true).metallic());
  }

  @Test
  void imagesReplaceGrayAndAreTintedByColors() {
    assertEquals(LinearColor.WHITE, PhongRules.convert(GRAY, GRAY, 10, 1, true).baseColor());
    assertEquals(
        LinearColor.WHITE, PhongRules.convert(LinearColor.BLACK, GRAY, 10, 1, true).baseColor());
    assertEquals(RED, PhongRules.convert(RED, GRAY, 10, 1, true).baseColor());
    assertEquals(GRAY, PhongRules.convert(GRAY, GRAY, 10, 1, false).baseColor());
  }

  @Test
  void translucencyDarkens() {
    assertEquals(
        LinearColor.WHITE.times(0.25),
        PhongRules.convert(LinearColor.WHITE, GRAY, 10, 0.25, false).baseColor());
  }
}
