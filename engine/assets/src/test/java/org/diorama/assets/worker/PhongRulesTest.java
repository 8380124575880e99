package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.assets.worker.PhongRules.Surface;
import org.diorama.core.asset.Finish;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhongRulesTest {
  private static final LinearColor RED = new LinearColor(0.8, 0.1, 0.1);
  private static final LinearColor GRAY = new LinearColor(0.37, 0.37, 0.37);
  private static final LinearColor BRIGHT = new LinearColor(0.9, 0.8, 0.5);

  private final PhongRules rules = new PhongRules();

  private Surface convert(String name, LinearColor diffuse, LinearColor specular, double exponent) {
    return rules.convert(new PhongMaterial(name, diffuse, specular, exponent, 1, false));
  }

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
    assertEquals(0.5, convert("thing", RED, GRAY, 30).roughness(), 1e-12);
    assertEquals(0.25, convert("thing", RED, GRAY, 1e9).roughness(), "no dielectric is smoother");
    assertEquals(0.9, convert("thing", RED, GRAY, Double.NaN).roughness());
    assertTrue(convert("thing", RED, LinearColor.BLACK, 100).roughness() >= 0.8, "no highlight");
    assertEquals(0.5, convert("thing", RED, GRAY, 96.078431).roughness(), "nobody chose it");
  }

  @Test
  void blackWithABrightHighlightIsAMetal() {
    Surface chrome = convert("part 7", LinearColor.BLACK, BRIGHT, 200);
    assertEquals(1, chrome.metallic());
    assertEquals(BRIGHT, chrome.baseColor());
    assertEquals(0, convert("part 7", RED, BRIGHT, 200).metallic());
    PhongMaterial printed = new PhongMaterial("part 7", LinearColor.BLACK, BRIGHT, 200, 1, true);
    assertEquals(0, rules.convert(printed).metallic());
  }

  @Test
  void imagesReplaceGrayAndAreTintedByColors() {
    PhongMaterial gray = new PhongMaterial("x", GRAY, GRAY, 10, 1, true);
    assertEquals(LinearColor.WHITE, rules.convert(gray).baseColor());
    PhongMaterial black = new PhongMaterial("x", LinearColor.BLACK, GRAY, 10, 1, true);
    assertEquals(LinearColor.WHITE, rules.convert(black).baseColor());
    PhongMaterial red = new PhongMaterial("x", RED, GRAY, 10, 1, true);
    assertEquals(RED, rules.convert(red).baseColor());
    assertEquals(GRAY, convert("x", GRAY, GRAY, 10).baseColor());
  }

  @ParameterizedTest
  @CsvSource({
    "METAL_chrome, chrome",
    "Metal-Handles, metal",
    "StainlMetal, steel",
    "metalScrew, metal",
    "rail.inox, steel",
    "sweethome3d_window_mirror, mirror",
    "firstcolor, car paint",
    "first-color, car paint",
    "carPaint, car paint",
    "Wood_hanger, wood",
    "madera_blanca, wood",
    "whitewood.003, painted wood",
    "wheels-rubber, rubber",
    "black-plastics, plastic",
    "tableglass.001, opaque glass",
    "Window_Frame_Dark, any other",
    "Leaves, leaf",
    "brownSofa, cloth",
    "sofa_legs, any other",
    "whitemetal, painted metal"
  })
  void namesTellWhatThingsAre(String name, String kind) {
    assertEquals(kind, convert(name, GRAY, GRAY, 50).kind());
  }

  @Test
  void redMetalIsPainted() {
    assertEquals(1, convert("metal", GRAY, GRAY, 50).metallic());
    assertEquals(0, convert("metal", RED, GRAY, 50).metallic());
  }

  @Test
  void glassPassesLightTintedByItsOpacity() {
    Surface window =
        rules.convert(new PhongMaterial("window", LinearColor.BLACK, GRAY, 50, 0.25, false));
    assertEquals(Finish.Transmission.pane(1), window.finish().transmission());
    assertEquals(LinearColor.WHITE.times(0.75), window.baseColor());
    assertTrue(window.roughness() < 0.1);
    Surface veil =
        rules.convert(new PhongMaterial("veil", RED, LinearColor.BLACK, 50, 0.75, false));
    assertEquals(0.25, veil.finish().transmission().share());
    assertEquals(RED, veil.baseColor());
    assertEquals(0, convert("window", GRAY, GRAY, 50).finish().transmission().share());
  }

  @Test
  void paintAndLeavesHaveTheirFinish() {
    assertEquals(1, convert("carPaint", RED, GRAY, 50).finish().coat().weight());
    assertEquals(0.35, convert("leaf", RED, GRAY, 50).finish().translucency());
    assertEquals(
        LinearColor.WHITE.times(0.6), convert("velvet", RED, GRAY, 50).finish().sheen().color());
    assertTrue(convert("plate", RED, GRAY, 50).finish().isPlain());
  }
}
