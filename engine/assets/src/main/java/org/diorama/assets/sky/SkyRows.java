package org.diorama.assets.sky;

import java.util.OptionalDouble;
import org.diorama.core.sky.image.Panorama;

/** Gathers the rows of an image that is twice as wide as high, made smaller where it is large. */
final class SkyRows {
  static final int MOST_COLUMNS = 16_384;

  /** More than a camera's pixel sees of them: the rest is averaged while reading. */
  private static final int KEPT_COLUMNS = 4_096;

  private final int width;
  private final int height;
  private final int step;
  private final float[][] rows;
  private final boolean[] there;
  private int missing;

  /** What a reader found out. */
  record Read(Panorama panorama, OptionalDouble unit) {}

  /**
   * @throws SkyImageException where the size is none that is read
   */
  SkyRows(long width, long height) throws SkyImageException {
    String size = "is " + width + " × " + height + " pixels";
    if (width < 8 || height < 4) {
      throw new SkyImageException(size + ": too small for a sky");
    }
    if (width > MOST_COLUMNS || height > MOST_COLUMNS / 2) {
      throw new SkyImageException(
          size + "; at most " + MOST_COLUMNS + " × " + MOST_COLUMNS / 2 + " are read");
    }
    if (width != 2 * height) {
      throw new SkyImageException(
          size + ", which is no whole sphere: an equirectangular image is twice as wide as high");
    }
    this.width = (int) width;
    this.height = (int) height;
    int parts = 1;
    while (this.width / parts > KEPT_COLUMNS) {
      parts *= 2;
    }
    this.step = parts;
    if (this.height % step != 0) {
      throw new SkyImageException(size + "; so large ones must be a multiple of " + step + " high");
    }
    this.rows = new float[this.height / step][];
    this.there = new boolean[this.height];
    this.missing = this.height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Whether a row was put. */
  boolean has(int row) {
    return there[row];
  }

  /**
   * @param rgb linear red, green, blue of each column; less than black counts as black
   * @throws SkyImageException where a pixel is no number
   */
  void put(int row, float[] rgb) throws SkyImageException {
    int target = row / step;
    if (rows[target] == null) {
      rows[target] = new float[3 * (width / step)];
    }
    float weight = 1f / (step * step);
    for (int k = 0; k < 3 * width; k++) {
      if (!Float.isFinite(rgb[k])) {
        throw new SkyImageException(
            "is damaged: pixel " + k / 3 + " of row " + row + " is " + rgb[k]);
      }
      rows[target][3 * (k / 3 / step) + k % 3] += weight * Math.max(0, rgb[k]);
    }
    there[row] = true;
    missing--;
  }

  /** All rows are there. */
  Panorama panorama() throws SkyImageException {
    if (missing > 0) {
      throw new SkyImageException("is damaged: " + missing + " of its rows are missing");
    }
    return new Panorama(rows);
  }
}
