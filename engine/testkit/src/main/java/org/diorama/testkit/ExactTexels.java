package org.diorama.testkit;

import org.diorama.core.asset.Texture;

/** The filter that the plane of albedo states, over linear values. */
record ExactTexels(Texture texture) {
  /**
   * @param footprint in texels of level 0
   * @return linear red, green, blue
   */
  double[] mixed(double u, double v, double footprint) {
    int levels = texture.levels().size();
    int fine = 0;
    double width = 1;
    while (fine < levels - 1 && footprint >= 2 * width) {
      fine++;
      width *= 2;
    }
    double share =
        fine == levels - 1 || footprint <= width ? 0 : Math.log(footprint / width) / Math.log(2);
    double[] result = bilinear(fine, u, v);
    double[] coarse = share == 0 ? result : bilinear(fine + 1, u, v);
    for (int i = 0; i < 3; i++) {
      result[i] += share * (coarse[i] - result[i]);
    }
    return result;
  }

  private double[] bilinear(int level, double u, double v) {
    int width = Math.max(1, texture.width() >> level);
    int height = Math.max(1, texture.height() >> level);
    double x = u * width - 0.5;
    double y = v * height - 0.5;
    double[] sum = new double[3];
    for (int corner = 0; corner < 4; corner++) {
      double column = Math.floor(x) + (corner & 1);
      double row = Math.floor(y) + (corner >> 1);
      double weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      int at =
          4 * (Math.floorMod((long) row, height) * width + Math.floorMod((long) column, width));
      for (int i = 0; i < 3; i++) {
        sum[i] += weight * linear(texture.levels().get(level)[at + i] & 0xff);
      }
    }
    return sum;
  }

  private double linear(int code) {
    double s = code / 255.0;
    if (!texture.srgb()) {
      return s;
    }
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }
}
