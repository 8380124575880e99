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
    clear();
    addLevel(texture, Math.min(level, texture.levels().size() - 1), u, v, 1);
  }

  /**
   * Likewise in the two levels whose texels are next in width to the footprint, mixed by it.
   *
   * @param footprint likewise
   */
  void trilinear(Texture texture, double u, double v, double footprint) {
    int coarsest = texture.levels().size() - 1;
    double level = Math.min(coarsest, Math.max(0, Math.log(footprint) / Math.log(2)));
    int fine = (int) level;
    clear();
    addLevel(texture, fine, u, v, 1 - (level - fine));
    addLevel(texture, Math.min(fine + 1, coarsest), u, v, level - fine);
  }

  private void clear() {
    red = 0;
    green = 0;
    blue = 0;
  }

  private void addLevel(Texture texture, int level, double u, double v, double share) {
    int width = Math.max(1, texture.width() >> level);
    int height = Math.max(1, texture.height() >> level);
    double x = (u - Math.floor(u)) * width - 0.5;
    double y = (v - Math.floor(v)) * height - 0.5;
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    byte[] texels = texture.levels().get(level);
    add(texture, texels, width, height, x0, y0, share * (1 - fx) * (1 - fy));
    add(texture, texels, width, height, x0 + 1, y0, share * fx * (1 - fy));
    add(texture, texels, width, height, x0, y0 + 1, share * (1 - fx) * fy);
    add(texture, texels, width, height, x0 + 1, y0 + 1, share * fx * fy);
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
