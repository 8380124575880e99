package org.diorama.reference;

import org.diorama.core.asset.Texture;

/** Bilinear look-ups in one mip level, repeating. */
final class TextureSampler {
  private double red;
  private double green;
  private double blue;

  /**
   * Looks up linear values.
   *
   * @param footprint width of the look-up in texels of level 0; chooses the mip level
   */
  void sample(Texture texture, double u, double v, double footprint) {
    int level = footprint < 1 ? 0 : Math.getExponent(footprint * Math.sqrt(2));
    level = Math.min(level, texture.levels().size() - 1);
    int width = Math.max(1, texture.width() >> level);
    int height = Math.max(1, texture.height() >> level);
    double x = (u - Math.floor(u)) * width - 0.5;
    double y = (v - Math.floor(v)) * height - 0.5;
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    red = 0;
    green = 0;
    blue = 0;
    byte[] texels = texture.levels().get(level);
    add(texture, texels, width, height, x0, y0, (1 - fx) * (1 - fy));
    add(texture, texels, width, height, x0 + 1, y0, fx * (1 - fy));
    add(texture, texels, width, height, x0, y0 + 1, (1 - fx) * fy);
    add(texture, texels, width, height, x0 + 1, y0 + 1, fx * fy);
  }

  private void add(
      Texture texture, byte[] texels, int width, int height, int x, int y, double weight) {
    int at = 4 * (Math.floorMod(y, height) * width + Math.floorMod(x, width));
    red += weight * value(texture, texels[at]);
    green += weight * value(texture, texels[at + 1]);
    blue += weight * value(texture, texels[at + 2]);
  }

  private static double value(Texture texture, byte code) {
    return texture.srgb() ? SrgbTable.decode(code & 0xff) : (code & 0xff) / 255.0;
  }

  double red() {
    return red;
  }

  double green() {
    return green;
  }

  double blue() {
    return blue;
  }
}
