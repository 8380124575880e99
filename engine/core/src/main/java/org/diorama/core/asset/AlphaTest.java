package org.diorama.core.asset;

/**
 * The one rule for where an alpha-tested surface is solid: alpha of mip level 0, repeated, filtered
 * bilinearly between the four nearest texel centers, compared with {@code >= cutoff}. Visibility,
 * shadow, coverage and the reference renderer all follow it, so labels do not depend on distance.
 */
public final class AlphaTest {
  private AlphaTest() {}

  public static boolean isSolid(Material material, Texture texture, double u, double v) {
    return alpha(texture, u, v) >= material.alphaCutoff();
  }

  /** Filtered alpha in [0, 1]. */
  public static double alpha(Texture texture, double u, double v) {
    double x = (u - Math.floor(u)) * texture.width() - 0.5;
    double y = (v - Math.floor(v)) * texture.height() - 0.5;
    double x0 = Math.floor(x);
    double y0 = Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    double top =
        texel(texture, (int) x0, (int) y0) * (1 - fx) + texel(texture, (int) x0 + 1, (int) y0) * fx;
    double bottom =
        texel(texture, (int) x0, (int) y0 + 1) * (1 - fx)
            + texel(texture, (int) x0 + 1, (int) y0 + 1) * fx;
    return (top * (1 - fy) + bottom * fy) / 255;
  }

  private static int texel(Texture texture, int x, int y) {
    int column = Math.floorMod(x, texture.width());
    int row = Math.floorMod(y, texture.height());
    return texture.levels().get(0)[4 * (row * texture.width() + column) + 3] & 0xff;
  }
}
