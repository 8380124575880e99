package org.diorama.core.sky.image;

import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/**
 * A color for each direction, equirectangular: columns are even steps of azimuth, rows of
 * elevation. The upper row touches the zenith, the lower one the nadir; the middle of the image
 * looks along +X and azimuth falls to the right, as for an eye inside.
 */
public final class Panorama {
  private final int width;
  private final float[][] rows;
  private final double[] solidAngles;

  /**
   * @param rows from the zenith down, half as many as columns; red, green, blue of each column,
   *     linear Rec.709, finite and at least 0; not copied
   */
  public Panorama(float[][] rows) {
    this.width = rows[0].length / 3;
    this.rows = rows;
    if (width != 2 * rows.length) {
      throw new IllegalArgumentException(width + " columns, " + rows.length + " rows");
    }
    this.solidAngles = new double[rows.length];
    double above = 1;
    for (int row = 0; row < rows.length; row++) {
      double below = StrictMath.cos(StrictMath.PI * (row + 1) / rows.length);
      solidAngles[row] = 2 * StrictMath.PI / width * (above - below);
      above = below;
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return rows.length;
  }

  /** Radians that a pixel at the horizon spans. */
  public double pixel() {
    return 2 * StrictMath.PI / width;
  }

  /** Steradians of a pixel in a row. */
  public double solidAngle(int row) {
    return solidAngles[row];
  }

  /** Unit vector to a pixel's center. */
  public Vec3 direction(int column, int row) {
    return Rotations.direction(
        StrictMath.PI * (1 - 2 * (column + 0.5) / width),
        StrictMath.PI * (0.5 - (row + 0.5) / rows.length));
  }

  public LinearColor pixel(int column, int row) {
    float[] values = rows[row];
    return new LinearColor(values[3 * column], values[3 * column + 1], values[3 * column + 2]);
  }

  double luminance(int column, int row) {
    float[] values = rows[row];
    int at = 3 * column;
    return 0.2126 * values[at] + 0.7152 * values[at + 1] + 0.0722 * values[at + 2];
  }

  /** Bilinear between the centers of pixels, round the seam; up to the poles as the last row. */
  public LinearColor lookup(Vec3 direction) {
    double turn = 0.5 - StrictMath.atan2(direction.y(), direction.x()) / (2 * StrictMath.PI);
    double z = Math.max(-1, Math.min(1, direction.z()));
    double x = turn * width - 0.5;
    double y = (0.5 - StrictMath.asin(z) / StrictMath.PI) * rows.length - 0.5;
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(Math.max(0, Math.min(rows.length - 1, y)));
    double right = x - left;
    double below = Math.max(0, Math.min(1, y - top));
    float[] upper = rows[top];
    float[] lower = rows[Math.min(rows.length - 1, top + 1)];
    int a = 3 * Math.floorMod(left, width);
    int b = 3 * Math.floorMod(left + 1, width);
    return new LinearColor(
        mix(upper, lower, a, b, right, below),
        mix(upper, lower, a + 1, b + 1, right, below),
        mix(upper, lower, a + 2, b + 2, right, below));
  }

  private static double mix(
      float[] upper, float[] lower, int a, int b, double right, double below) {
    return (upper[a] * (1 - right) + upper[b] * right) * (1 - below)
        + (lower[a] * (1 - right) + lower[b] * right) * below;
  }

  /** Color of the light on a surface that faces up, from the upper half; pixels are even. */
  public LinearColor illuminance() {
    double[] sum = new double[3];
    for (int row = 0; row < rows.length / 2; row++) {
      double top = StrictMath.cos(StrictMath.PI * row / rows.length);
      double bottom = StrictMath.cos(StrictMath.PI * (row + 1) / rows.length);
      double weight = StrictMath.PI / width * (top * top - bottom * bottom);
      double[] ofRow = new double[3];
      for (int k = 0; k < rows[row].length; k++) {
        ofRow[k % 3] += rows[row][k];
      }
      for (int channel = 0; channel < 3; channel++) {
        sum[channel] += ofRow[channel] * weight;
      }
    }
    return new LinearColor(sum[0], sum[1], sum[2]);
  }

  /** Half as many columns and rows, each pixel the mean of four by solid angle. */
  Panorama halved() {
    float[][] halved = new float[rows.length / 2][3 * (width / 2)];
    for (int row = 0; row < halved.length; row++) {
      double both = solidAngles[2 * row] + solidAngles[2 * row + 1];
      double upper = 0.5 * solidAngles[2 * row] / both;
      double lower = 0.5 * solidAngles[2 * row + 1] / both;
      for (int k = 0; k < halved[row].length; k++) {
        int at = 6 * (k / 3) + k % 3;
        halved[row][k] =
            (float)
                (upper * ((double) rows[2 * row][at] + rows[2 * row][at + 3])
                    + lower * ((double) rows[2 * row + 1][at] + rows[2 * row + 1][at + 3]));
      }
    }
    return new Panorama(halved);
  }

  /** The same light in pixels of up to some radians; this where they are as large. */
  public Panorama coarser(double radians) {
    Panorama result = this;
    // A half has an upper half of its own.
    while (2 * result.pixel() <= radians && result.height() % 4 == 0) {
      result = result.halved();
    }
    return result;
  }

  /** The same with one color for some pixels. Rows without any of them are shared. */
  Panorama painted(boolean[][] where, LinearColor color) {
    float[][] painted = rows.clone();
    for (int row = 0; row < rows.length; row++) {
      boolean own = false;
      for (int column = 0; column < width && where[row] != null; column++) {
        if (where[row][column]) {
          painted[row] = own ? painted[row] : rows[row].clone();
          own = true;
          painted[row][3 * column] = (float) color.red();
          painted[row][3 * column + 1] = (float) color.green();
          painted[row][3 * column + 2] = (float) color.blue();
        }
      }
    }
    return new Panorama(painted);
  }
}
