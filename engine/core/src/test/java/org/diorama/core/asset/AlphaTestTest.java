package org.diorama.core.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.math.LinearColor;
import org.junit.jupiter.api.Test;

/** Alpha of a 4 × 2 texture: columns of 0, 255, 0, 255 above, all 255 below. */
class AlphaTestTest {
  private static final Texture TEXTURE = texture();

  private static Texture texture() {
    byte[] texels = new byte[4 * 4 * 2];
    for (int i = 0; i < 8; i++) {
      texels[4 * i + 3] = (byte) (i >= 4 || i % 2 == 1 ? 255 : 0);
    }
    // Smaller levels must not matter.
    return new Texture(4, 2, true, List.of(texels, new byte[8], new byte[4]));
  }

  @Test
  void texelCentersHaveTheTexelsValue() {
    for (int column = 0; column < 4; column++) {
      assertEquals(column % 2, AlphaTest.alpha(TEXTURE, (column + 0.5) / 4, 0.25), 1e-12);
      assertEquals(1, AlphaTest.alpha(TEXTURE, (column + 0.5) / 4, 0.75), 1e-12);
    }
  }

  @Test
  void betweenCentersAlphaIsBilinear() {
    assertEquals(0.25, AlphaTest.alpha(TEXTURE, 0.75 / 4, 0.25), 1e-12);
    assertEquals(0.5, AlphaTest.alpha(TEXTURE, 0.5 / 4, 0.5), 1e-12);
    assertEquals(0.625, AlphaTest.alpha(TEXTURE, 0.75 / 4, 0.5), 1e-12);
  }

  @Test
  void theTextureRepeats() {
    for (double shift : new double[] {-3, -1, 1, 8}) {
      assertEquals(
          AlphaTest.alpha(TEXTURE, 0.3, 0.4),
          AlphaTest.alpha(TEXTURE, 0.3 + shift, 0.4 - shift),
          1e-12);
    }
    // Over the seam: half a texel left of column 0 lies column 3.
    assertEquals(0.5, AlphaTest.alpha(TEXTURE, 0, 0.25), 1e-12);
  }

  @Test
  void alphaAtTheCutoffIsSolid() {
    assertTrue(AlphaTest.isSolid(masked(0.25), TEXTURE, 0.75 / 4, 0.25));
    assertFalse(AlphaTest.isSolid(masked(0.2501), TEXTURE, 0.75 / 4, 0.25));
  }

  private static Material masked(double cutoff) {
    return new Material(
        "masked",
        LinearColor.WHITE,
        0,
        1,
        LinearColor.BLACK,
        0,
        Material.NO_TEXTURE,
        Material.NO_TEXTURE,
        AlphaMode.MASK,
        cutoff);
  }
}
