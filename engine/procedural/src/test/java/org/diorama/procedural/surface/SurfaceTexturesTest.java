package org.diorama.procedural.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntUnaryOperator;
import org.diorama.core.asset.Texture;
import org.diorama.core.math.LinearColor;
import org.diorama.core.surface.SurfaceFinish;
import org.diorama.core.surface.SurfaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SurfaceTexturesTest {
  private static final int SIZE = 256;

  private static SurfaceFinish dry(SurfaceKind kind, int variant) {
    return new SurfaceFinish(kind, variant, 1, 0, 0);
  }

  /** Neighbors across the border differ no more than neighbors anywhere within. */
  @ParameterizedTest
  @EnumSource(SurfaceKind.class)
  void tilesWithoutSeam(SurfaceKind kind) {
    SurfacePatch patch = SurfaceTextures.dry(dry(kind, 0), SIZE);
    for (int plane = 0; plane < 4; plane++) {
      int channel = plane;
      IntUnaryOperator place = texel -> channel == 3 ? texel : 3 * texel + channel;
      float[] values = plane == 3 ? patch.height() : patch.color();
      assertNoSeam(kind + " columns", values, place, 1, SIZE);
      assertNoSeam(kind + " rows", values, place, SIZE, 1);
    }
  }

  private static void assertNoSeam(
      String what, float[] values, IntUnaryOperator place, int across, int along) {
    double greatest = 0;
    double border = 0;
    for (int line = 0; line < SIZE; line++) {
      double sum = 0;
      for (int i = 0; i < SIZE; i++) {
        int here = place.applyAsInt(line * across + i * along);
        int next = place.applyAsInt((line + 1) % SIZE * across + i * along);
        sum += Math.abs(values[here] - values[next]);
      }
      border = sum;
      greatest = line < SIZE - 1 ? Math.max(greatest, sum) : greatest;
    }
    assertTrue(border <= 1.2 * greatest, what + ": " + border + " at the border, " + greatest);
  }

  /** Slow waves show a seam that grain would hide. */
  @Test
  void noiseRepeatsSmoothly() {
    float[] waves = Noise.fractal(SIZE, 3, 5, 1, 1, 17);
    assertNoSeam("columns", waves, texel -> texel, 1, SIZE);
    assertNoSeam("rows", waves, texel -> texel, SIZE, 1);
    double squares = 0;
    for (float wave : waves) {
      squares += wave * wave;
    }
    assertTrue(squares / waves.length > 0.05, "waves of " + squares / waves.length);
  }

  /** Ranges as {@link Recipes} cites them, by channel. */
  @ParameterizedTest
  @CsvSource({
    "ASPHALT, 0.05, 0.12",
    "CONCRETE, 0.2, 0.35",
    "GRASS, 0.025, 0.15",
    "SOIL, 0.07, 0.23",
    "GRAVEL, 0.12, 0.3",
    "PAVING, 0.2, 0.3",
    "TILES, 0.3, 0.7",
    "BRICK, 0.08, 0.4",
    "PLASTER, 0.4, 0.7",
    "WOOD, 0.08, 0.4",
    "CARPET, 0.1, 0.3",
    "FACADE, 0.3, 0.6"
  })
  void reflectsAsMeasured(SurfaceKind kind, double least, double most) {
    LinearColor mean = SurfaceTextures.dry(dry(kind, 3), SurfaceTextures.SIZE).meanColor();
    for (double channel : new double[] {mean.red(), mean.green(), mean.blue()}) {
      assertTrue(channel >= least && channel <= most, kind + " reflects " + mean);
    }
  }

  @Test
  void grassReflectsGreenMost() {
    LinearColor mean = SurfaceTextures.dry(dry(SurfaceKind.GRASS, 0), SIZE).meanColor();
    assertTrue(mean.green() > mean.red() && mean.red() > mean.blue(), "" + mean);
  }

  @ParameterizedTest
  @EnumSource(SurfaceKind.class)
  void isNeitherBlackNorBrighterThanWhite(SurfaceKind kind) {
    SurfacePatch patch = SurfaceTextures.dry(dry(kind, 1), SIZE);
    for (int i = 0; i < patch.texels(); i++) {
      for (int c = 0; c < 3; c++) {
        float value = patch.color()[3 * i + c];
        assertTrue(value > 0.005 && value < 0.95, kind + " reflects " + value);
      }
      assertTrue(patch.roughness()[i] > 0 && patch.roughness()[i] <= 1);
    }
  }

  /** Unit length, and the slope is the height's, in the image's directions. */
  @ParameterizedTest
  @EnumSource(SurfaceKind.class)
  void normalsFollowTheHeight(SurfaceKind kind) {
    SurfacePatch patch = SurfaceTextures.dry(dry(kind, 0), SIZE);
    byte[] normals = SurfaceImages.normals(patch).levels().get(0);
    double step = 2 * patch.meters() / SIZE;
    for (int i = 0; i < 400; i++) {
      int x = i * 37 % SIZE;
      int y = i * 101 % SIZE;
      int at = 4 * (y * SIZE + x);
      double nx = (normals[at] & 255) / 127.5 - 1;
      double ny = (normals[at + 1] & 255) / 127.5 - 1;
      double nz = (normals[at + 2] & 255) / 127.5 - 1;
      assertEquals(1, Math.sqrt(nx * nx + ny * ny + nz * nz), 0.012);
      double right = (height(patch, x + 1, y) - height(patch, x - 1, y)) / step;
      double up = (height(patch, x, y - 1) - height(patch, x, y + 1)) / step;
      double length = Math.sqrt(1 + right * right + up * up);
      assertEquals(-right / length, nx, 0.006, kind + " at " + x + ", " + y);
      assertEquals(-up / length, ny, 0.006, kind + " at " + x + ", " + y);
      assertEquals(1 / length, nz, 0.006);
    }
  }

  private static double height(SurfacePatch patch, int x, int y) {
    return patch.height()[Math.floorMod(y, SIZE) * SIZE + Math.floorMod(x, SIZE)];
  }

  /** Encoding and mip levels keep the light: the coarsest texel decodes to the mean. */
  @ParameterizedTest
  @EnumSource(SurfaceKind.class)
  void mipLevelsKeepTheMean(SurfaceKind kind) {
    SurfaceTextures surface = SurfaceTextures.bake(dry(kind, 0));
    Texture color = surface.color();
    assertEquals(11, color.levels().size());
    byte[] last = color.levels().get(10);
    LinearColor coarsest =
        LinearColor.ofSrgb(
            (last[0] & 255) / 255.0, (last[1] & 255) / 255.0, (last[2] & 255) / 255.0);
    LinearColor most = surface.brightest();
    // Half a code of 8 bits.
    assertEquals(surface.meanColor().red(), coarsest.red() * most.red(), 0.004);
    assertEquals(surface.meanColor().green(), coarsest.green() * most.green(), 0.004);
    assertEquals(surface.meanColor().blue(), coarsest.blue() * most.blue(), 0.004);
  }

  @ParameterizedTest
  @EnumSource(SurfaceKind.class)
  void isAFunctionOfItsFinish(SurfaceKind kind) {
    SurfacePatch patch = SurfaceTextures.dry(dry(kind, 2), SIZE);
    assertArrayEquals(patch.color(), SurfaceTextures.dry(dry(kind, 2), SIZE).color());
    assertFalse(Arrays.equals(patch.color(), SurfaceTextures.dry(dry(kind, 3), SIZE).color()));
  }

  /** The same bytes on every machine; a change of a recipe changes this too. */
  @Test
  void bytesAreKnown() throws Exception {
    MessageDigest all = MessageDigest.getInstance("SHA-256");
    for (SurfaceKind kind : SurfaceKind.values()) {
      all.update(digest(new SurfaceFinish(kind, 1, 1, 0.8, 0.2)).getBytes());
    }
    assertEquals(
        "0acfe272548db0b0d2b03a92b68fbb65",
        HexFormat.of().formatHex(all.digest()).substring(0, 32));
  }

  private static String digest(SurfaceFinish finish) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    SurfaceTextures surface = SurfaceTextures.bake(finish);
    for (Texture texture : Arrays.asList(surface.color(), surface.normals())) {
      texture.levels().forEach(digest::update);
    }
    surface.roughness().ifPresent(texture -> texture.levels().forEach(digest::update));
    return HexFormat.of().formatHex(digest.digest());
  }
}
