package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.diorama.core.asset.Texture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwjgl.system.MemoryUtil;

class TextureBakerTest {
  /** Black and white in a checkerboard of single texels. */
  private static RgbaImage checkerboard(int side) {
    ByteBuffer pixels = MemoryUtil.memAlloc(4 * side * side);
    for (int i = 0; i < side * side; i++) {
      byte value = (byte) ((i % side + i / side) % 2 == 0 ? 255 : 0);
      pixels.put(value).put(value).put(value).put((byte) 255);
    }
    return new RgbaImage(side, side, pixels.flip());
  }

  private static int red(Texture texture, int level) {
    return texture.levels().get(level)[0] & 0xff;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 64",
    "64, 64",
    "90, 64",
    "91, 128",
    "300, 256",
    "512, 512",
    "1400, 1024",
    "1500, 2048",
    "16000, 2048"
  })
  void sidesGoToTheNearestSizeClass(int side, int expected) {
    assertEquals(expected, TextureBaker.sizeClass(side));
  }

  /** Half white is 0.5 in linear light, 188 in sRGB; as data it is 128. */
  @Test
  void colorsAreFilteredInLinearLight() {
    try (RgbaImage image = checkerboard(64)) {
      assertEquals(188, red(TextureBaker.bake(image, true, false), 1), 1);
    }
    try (RgbaImage image = checkerboard(64)) {
      assertEquals(128, red(TextureBaker.bake(image, false, false), 1), 1);
    }
  }

  @Test
  void chainsGoDownToOneTexel() {
    try (RgbaImage image = checkerboard(128)) {
      Texture texture = TextureBaker.bake(image, true, false);
      assertEquals(128, texture.width());
      assertEquals(8, texture.levels().size());
      assertEquals(188, red(texture, 7), 1);
    }
  }

  @Test
  void solidSurfacesLoseTheirAlpha() {
    try (RgbaImage image = checkerboard(64)) {
      image.setAlpha(0, 0);
      assertEquals(-1, TextureBaker.bake(image, true, false).levels().get(0)[3]);
    }
  }
}
