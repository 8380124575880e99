package org.diorama.reference;

import java.util.ArrayList;
import java.util.List;

/** Halos of widths that double from level to level, with an equal share of the light each. */
final class GlareSpread {
  private static final int MOST_LEVELS = 7;

  private final int width;
  private final int height;

  GlareSpread(int width, int height) {
    this.width = width;
    this.height = height;
  }

  private record Level(float[] values, int width, int height) {
    /** The mean of four by four pixels with weights 1 3 3 1; edges repeat. */
    Level halved() {
      Level result =
          new Level(
              new float[3 * Math.max(1, width / 2) * Math.max(1, height / 2)],
              Math.max(1, width / 2),
              Math.max(1, height / 2));
      for (int y = 0; y < result.height; y++) {
        for (int x = 0; x < result.width; x++) {
          for (int j = -1; j <= 2; j++) {
            for (int i = -1; i <= 2; i++) {
              float weight = (i == 0 || i == 1 ? 3 : 1) * (j == 0 || j == 1 ? 3 : 1) / 64f;
              for (int k = 0; k < 3; k++) {
                result.values[3 * (y * result.width + x) + k] +=
                    weight * at(2 * x + i, 2 * y + j, k);
              }
            }
          }
        }
      }
      return result;
    }

    private float at(int x, int y, int channel) {
      int column = Math.max(0, Math.min(width - 1, x));
      int row = Math.max(0, Math.min(height - 1, y));
      return values[3 * (row * width + column) + channel];
    }

    /** Bilinear at a place in shares of width and height. */
    float sample(double u, double v, int channel) {
      double column = u * width - 0.5;
      double row = v * height - 0.5;
      int x = (int) Math.floor(column);
      int y = (int) Math.floor(row);
      float right = (float) (column - x);
      float below = (float) (row - y);
      return (at(x, y, channel) * (1 - right) + at(x + 1, y, channel) * right) * (1 - below)
          + (at(x, y + 1, channel) * (1 - right) + at(x + 1, y + 1, channel) * right) * below;
    }

    void mix(Level other, float share) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int k = 0; k < 3; k++) {
            int at = 3 * (y * width + x) + k;
            float wide = other.sample((x + 0.5) / width, (y + 0.5) / height, k);
            values[at] += share * (wide - values[at]);
          }
        }
      }
    }
  }

  /**
   * @param light red, green, blue of each pixel, changed in place
   * @param share of the light that is spread
   */
  void add(float[] light, double share) {
    Level whole = new Level(light, width, height);
    List<Level> levels = new ArrayList<>();
    levels.add(whole.halved());
    while (levels.size() < MOST_LEVELS) {
      Level last = levels.get(levels.size() - 1);
      if (Math.min(last.width() / 2, last.height() / 2) < 2) {
        break;
      }
      levels.add(last.halved());
    }
    for (int i = levels.size() - 2; i >= 0; i--) {
      float coarser = levels.size() - 1 - i;
      levels.get(i).mix(levels.get(i + 1), coarser / (coarser + 1));
    }
    whole.mix(levels.get(0), (float) share);
  }
}
