package org.diorama.core.label.box;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.occlusion.IdRuns;

/**
 * Finds the least distance, along the ray of a pixel's center, at which each instance is seen.
 * Buffers are reused: one belongs to one thread at a time.
 */
public final class NearestSurface {
  private static final int IDS = 1 << 16;

  private final double[] squares = new double[IDS];
  private double[] across = new double[0];
  private float[] row = new float[0];

  /**
   * Reads an image; forgets the one before.
   *
   * @param depth planar z in meters row by row from index 0; its position is not moved
   */
  public void scan(IdRuns runs, FloatBuffer depth, PinholeCamera camera) {
    Arrays.fill(squares, Double.POSITIVE_INFINITY);
    int width = runs.width();
    if (row.length < width) {
      row = new float[width];
      across = new double[width];
    }
    for (int x = 0; x < width; x++) {
      double u = (x + 0.5 - camera.centerX()) / camera.focalX();
      across[x] = u * u;
    }
    for (int y = 0; y < runs.height(); y++) {
      depth.get(y * width, row, 0, width);
      double v = (y + 0.5 - camera.centerY()) / camera.focalY();
      double down = 1 + v * v;
      for (int run = runs.firstOf(y); run < runs.firstOf(y + 1); run++) {
        if (runs.id(run) != 0) {
          double least = least(runs.start(run), runs.end(run), down);
          squares[runs.id(run)] = Math.min(squares[runs.id(run)], least);
        }
      }
    }
  }

  private double least(int from, int to, double down) {
    double least = Double.POSITIVE_INFINITY;
    for (int x = from; x < to; x++) {
      double z = row[x];
      least = Math.min(least, z * z * (down + across[x]));
    }
    return least;
  }

  /** Meters; infinite where no pixel shows the instance. */
  public double distance(int id) {
    return Math.sqrt(squares[id]);
  }
}
