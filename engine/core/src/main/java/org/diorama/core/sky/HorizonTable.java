package org.diorama.core.sky;

import java.util.OptionalDouble;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;

/**
 * Luminance by direction, with a sharp horizon: rows of elevation for the half with z ≥ 0 and for
 * the other. The first row is the horizon, the last one the pole; between them elevation grows as
 * the square of the row, as a dusk changes fastest near the horizon. Columns are even steps of
 * azimuth. So nothing folds: where a map has creases, bilinear filters make lines of them.
 */
public final class HorizonTable {
  /** Columns for a sky without detail. */
  private static final int USUAL_COLUMNS = 512;

  private static final int MOST_COLUMNS = 2048;

  /** Columns for each row. */
  private static final int SHAPE = 4;

  private final int columns;
  private final int rows;
  private final float[][] values;

  HorizonTable(SkyRadiance sky) {
    this.columns = columns(sky.detail());
    this.rows = columns / SHAPE;
    this.values = new float[2][3 * (columns + 2) * rows];
    for (int half = 0; half < 2; half++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          LinearColor color = sky.luminance(direction(half, column, row));
          int at = 3 * (row * width() + column + 1);
          values[half][at] = (float) color.red();
          values[half][at + 1] = (float) color.green();
          values[half][at + 2] = (float) color.blue();
        }
        int first = 3 * row * width();
        System.arraycopy(values[half], first + 3 * columns, values[half], first, 3);
        System.arraycopy(values[half], first + 3, values[half], first + 3 * (columns + 1), 3);
      }
    }
  }

  private static int columns(OptionalDouble detail) {
    double wanted = detail.isEmpty() ? 0 : 2 * Math.PI / detail.getAsDouble();
    int whole = (int) Math.max(USUAL_COLUMNS, Math.min(MOST_COLUMNS, wanted));
    return whole / SHAPE * SHAPE;
  }

  private Vec3 direction(int half, int column, int row) {
    double azimuth = Math.PI * (2 * (column + 0.5) / columns - 1);
    double share = (double) row / (rows - 1);
    // Of this half, however near the horizon.
    double elevation = Math.max(1e-9, Math.PI / 2 * share * share);
    double across = Math.cos(elevation);
    double z = Math.sin(elevation);
    return new Vec3(across * Math.cos(azimuth), across * Math.sin(azimuth), half == 0 ? z : -z);
  }

  /** Texels of a row: its columns from azimuth -π on, and one more of the other end at each end. */
  public int width() {
    return columns + 2;
  }

  public int height() {
    return rows;
  }

  /**
   * @param half 0 for z ≥ 0, 1 for z &lt; 0
   * @return red, green, blue of each texel, row by row; not to be changed
   */
  public float[] texels(int half) {
    return values[half];
  }

  /**
   * Bilinear between the centers of texels of one half.
   *
   * @param direction unit vector
   */
  public LinearColor lookup(Vec3 direction) {
    float[] texels = values[direction.z() < 0 ? 1 : 0];
    double turn = Math.atan2(direction.y(), direction.x()) / (2 * Math.PI) + 0.5;
    double elevation = Math.asin(Math.min(1, Math.abs(direction.z())));
    double column = turn * columns + 0.5;
    double row = Math.sqrt(elevation * 2 / Math.PI) * (rows - 1);
    int i = (int) Math.min(column, columns);
    int j = (int) Math.min(row, rows - 2);
    double right = column - i;
    double below = row - j;
    double[] result = new double[3];
    for (int k = 0; k < 3; k++) {
      int at = 3 * (j * width() + i) + k;
      int next = at + 3 * width();
      result[k] =
          (texels[at] * (1 - right) + texels[at + 3] * right) * (1 - below)
              + (texels[next] * (1 - right) + texels[next + 3] * right) * below;
    }
    return new LinearColor(result[0], result[1], result[2]);
  }
}
