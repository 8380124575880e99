package org.diorama.procedural.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.surface.SurfaceFinish;
import org.diorama.core.surface.SurfaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeatheringTest {
  private static final int SIZE = 256;

  private static SurfacePatch dry(SurfaceKind kind) {
    return SurfaceTextures.dry(new SurfaceFinish(kind, 0, 1, 0, 0), SIZE);
  }

  /** Lagarde's formula by hand: porosity (r - 0.5) / 0.4, color × mix(1, mix(1, 0.2, p), w). */
  @ParameterizedTest
  @CsvSource({
    "0.3, 1, 1, 0.3",
    "0.5, 1, 1, 0.5",
    "0.9, 0, 1, 0.9",
    "0.9, 1, 0.2, 0.54",
    "0.7, 1, 0.6, 0.56",
    "0.7, 0.5, 0.8, 0.63"
  })
  void waterDarkensAndGlosses(float roughness, float wetness, double factor, double wet) {
    assertEquals(factor, Weathering.darkening(roughness, wetness), 1e-6);
    assertEquals(wet, Weathering.wetRoughness(roughness, wetness), 1e-6);
  }

  @Test
  void dryGroundStaysAsItIs() {
    SurfacePatch patch = dry(SurfaceKind.SOIL);
    assertSame(patch, Weathering.apply(patch, 0, 0, true));
  }

  /** Water is level: no ground under it rises above, and it covers the share that it should. */
  @ParameterizedTest
  @EnumSource(
      value = SurfaceKind.class,
      names = {"ASPHALT", "SOIL", "CONCRETE", "PAVING"})
  void waterStandsInHollows(SurfaceKind kind) {
    SurfacePatch patch = dry(kind);
    SurfacePatch wet = Weathering.apply(patch, 1, 0, true);
    float level = Float.MAX_VALUE;
    for (float height : wet.height()) {
      level = Math.min(level, height);
    }
    int flat = 0;
    int mirrors = 0;
    for (int i = 0; i < wet.texels(); i++) {
      assertTrue(wet.height()[i] == level || wet.height()[i] == patch.height()[i]);
      flat += wet.height()[i] == level ? 1 : 0;
      mirrors += wet.roughness()[i] < 0.1 ? 1 : 0;
    }
    assertEquals(0.35, (double) flat / wet.texels(), 0.01);
    assertTrue(mirrors > 0.15 * wet.texels(), mirrors + " texels mirror");
    assertTrue(wet.meanColor().luminance() < 0.45 * patch.meanColor().luminance());
  }

  @Test
  void moreWaterIsNeverBrighter() {
    SurfacePatch patch = dry(SurfaceKind.GRAVEL);
    double before = patch.meanColor().luminance();
    for (double wetness : new double[] {0.2, 0.4, 0.6, 0.8, 1}) {
      double now = Weathering.apply(patch, wetness, 0, true).meanColor().luminance();
      assertTrue(now < before, wetness + ": " + now + " after " + before);
      before = now;
    }
  }

  /** Snow lies on the share that it should, as bright as measured: 0.8 to 0.9. */
  @ParameterizedTest
  @CsvSource({"SOIL, 0.25", "SOIL, 0.7", "ASPHALT, 0.5", "GRASS, 1"})
  void snowCoversAShare(SurfaceKind kind, double share) {
    SurfacePatch patch = dry(kind);
    SurfacePatch white = Weathering.apply(patch, 0, share, true);
    double covered = 0;
    double highestWhite = 0;
    double lowestBare = 1;
    for (int i = 0; i < white.texels(); i++) {
      double cover =
          (white.color()[3 * i + 2] - patch.color()[3 * i + 2]) / (0.89 - patch.color()[3 * i + 2]);
      covered += cover / white.texels();
      highestWhite = cover > 0.99 ? Math.max(highestWhite, patch.height()[i]) : highestWhite;
      lowestBare = cover < 0.01 ? Math.min(lowestBare, patch.height()[i]) : lowestBare;
    }
    assertEquals(share, covered, 0.04);
    assertTrue(lowestBare >= highestWhite, "snow above bare ground");
    if (share == 1) {
      assertEquals(0.87, white.meanColor().luminance(), 0.01);
    }
  }

  @Test
  void wallsHoldNeitherWaterNorSnow() {
    SurfacePatch patch = dry(SurfaceKind.BRICK);
    SurfacePatch wet = Weathering.apply(patch, 1, 1, false);
    for (int i = 0; i < wet.texels(); i++) {
      float factor = Weathering.darkening(patch.roughness()[i], 1);
      assertEquals(patch.color()[3 * i] * factor, wet.color()[3 * i], 1e-6);
      assertEquals(patch.height()[i], wet.height()[i]);
    }
  }
}
