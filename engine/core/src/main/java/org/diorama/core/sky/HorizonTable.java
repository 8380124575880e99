package org.diorama.core.sky;

import java.util.OptionalDouble;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Luminance by direction, with a sharp horizon: one square of texels for the half with z ≥ 0 and
 * one for the other. A square is half of the octahedral map, turned so that the horizon is its
 * border: with p = (x, y) / (|x| + |y| + |z|) its coordinates are p.x + p.y and p.x - p.y in [-1,
 * 1].
 */
public final class HorizonTable {
  /** Texels on the side of a square for a sky without detail. */
  private static final int USUAL_SIZE = 192;

  /** Likewise at most: the horizon, which is a square's border, has then 4096 texels. */
  private static final int LARGEST_SIZE = 1024;

  private final int size;
  private final float[][] values;

  HorizonTable(SkyRadiance sky) {
    this.size = size(sky.detail());
    this.values = new float[2][3 * size * size];
    for (int half = 0; half < 2; half++) {
      for (int j = 0; j < size; j++) {
        for (int i = 0; i < size; i++) {
          LinearColor color = sky.luminance(direction(half, i, j));
          int at = 3 * (j * size + i);
          values[half][at] = (float) color.red();
          values[half][at + 1] = (float) color.green();
          values[half][at + 2] = (float) color.blue();
        }
      }
    }
  }

  private static int size(OptionalDouble detail) {
    return detail.isEmpty()
        ? USUAL_SIZE
        : (int)
            Math.max(
                USUAL_SIZE,
                Math.min(LARGEST_SIZE, Math.round(0.5 * Math.PI / detail.getAsDouble())));
  }

  /** Texels on the side of a square. */
  public int size() {
    return size;
  }

  private Vec3 direction(int half, int i, int j) {
    double u = 2 * (i + 0.5) / size - 1;
    double v = 2 * (j + 0.5) / size - 1;
    double x = 0.5 * (u + v);
    double y = 0.5 * (u - v);
    double z = 1 - Math.abs(x) - Math.abs(y);
    return new Vec3(x, y, half == 0 ? z : -z).normalize();
  }

  /**
   * @param half 0 for z ≥ 0, 1 for z &lt; 0
   * @return red, green, blue of each texel, row by row; not to be changed
   */
  public float[] texels(int half) {
    return values[half];
  }

  /** Bilinear between the centers of texels of one half; up to the border as the last center. */
  public LinearColor lookup(Vec3 direction) {
    float[] texels = values[direction.z() < 0 ? 1 : 0];
    double sum = Math.abs(direction.x()) + Math.abs(direction.y()) + Math.abs(direction.z());
    double column = place((direction.x() + direction.y()) / sum);
    double row = place((direction.x() - direction.y()) / sum);
    int i = (int) Math.min(column, size - 2);
    int j = (int) Math.min(row, size - 2);
    double right = column - i;
    double below = row - j;
    double[] result = new double[3];
    for (int k = 0; k < 3; k++) {
      int at = 3 * (j * size + i) + k;
      int next = at + 3 * size;
      result[k] =
          (texels[at] * (1 - right) + texels[at + 3] * right) * (1 - below)
              + (texels[next] * (1 - right) + texels[next + 3] * right) * below;
    }
    return new LinearColor(result[0], result[1], result[2]);
  }

  private double place(double coordinate) {
    return Math.max(0, Math.min(size - 1, 0.5 * (coordinate + 1) * size - 0.5));
  }
}
