package org.diorama.core.label.pixel;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;

/**
 * The rays of a camera's pixel centers, row by row. They are linear in the column: whatever affine
 * map takes the point that a pixel shows, each coordinate is {@code z * (slope * across + base) +
 * offset} with numbers that are the same all along a row. Loops over them are left so plain that a
 * compiler does several pixels at once.
 *
 * <p>In single precision: directions are off by some 1e-7 of the longest one in the image, which
 * moves no pixel of an image of 8000 columns by 1e-3.
 */
final class RowRays {
  private final float[] across;
  private final PinholeCamera pinhole;

  RowRays(PinholeCamera pinhole) {
    this.pinhole = pinhole;
    across = new float[pinhole.width()];
    for (int x = 0; x < across.length; x++) {
      across[x] = (float) pinhole.direction(x + 0.5, 0).x();
    }
  }

  /** A ray's x of each column, where z = 1. */
  float[] across() {
    return across;
  }

  /** A ray's y of a row, where z = 1. */
  double down(int y) {
    return pinhole.direction(0, y + 0.5).y();
  }

  /**
   * Takes points of a row through a map.
   *
   * @param depth planar z of each column
   * @param from first column; {@code to} is behind the last one
   * @param xs results; likewise the others
   */
  void map(
      Affine3 map, int y, float[] depth, int from, int to, float[] xs, float[] ys, float[] zs) {
    double down = down(y);
    linear(map.m00(), map.m01() * down + map.m02(), map.m03(), depth, from, to, xs);
    linear(map.m10(), map.m11() * down + map.m12(), map.m13(), depth, from, to, ys);
    linear(map.m20(), map.m21() * down + map.m22(), map.m23(), depth, from, to, zs);
  }

  private void linear(
      double slope, double base, double offset, float[] depth, int from, int to, float[] out) {
    float a = (float) slope;
    float b = (float) base;
    float c = (float) offset;
    float[] columns = across;
    for (int x = from; x < to; x++) {
      out[x] = depth[x] * (a * columns[x] + b) + c;
    }
  }
}
