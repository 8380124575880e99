package org.diorama.core.label;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.diorama.core.geometry.PinholeCamera;

/** The least distance, along the ray of a pixel's center, at which each instance is seen. */
final class NearestSurface {
  /** By instance id; infinite where none was seen. */
  private double[] squares = new double[0];

  /**
   * @param pieces of the image
   * @param concerns which instances, by id
   * @param depth planar z in meters row by row from index 0; its position is not moved
   */
  NearestSurface(
      MaskPieces pieces, IntPredicate concerns, FloatBuffer depth, PinholeCamera camera) {
    int width = camera.width();
    double[] across = new double[width];
    for (int x = 0; x < width; x++) {
      double u = (x + 0.5 - camera.centerX()) / camera.focalX();
      across[x] = u * u;
    }
    float[] row = new float[width];
    for (int run = 0; run < pieces.runs(); run++) {
      if (!concerns.test(pieces.id(run))) {
        continue;
      }
      int start = pieces.start(run);
      int length = pieces.end(run) - start;
      depth.get(start, row, 0, length);
      double v = (start / width + 0.5 - camera.centerY()) / camera.focalY();
      double down = 1 + v * v;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0, x = start % width; i < length; i++, x++) {
        double z = row[i];
        double square = z * z * (down + across[x]);
        if (square < least) {
          least = square;
        }
      }
      add(pieces.id(run), least);
    }
  }

  private void add(int id, double square) {
    if (id >= squares.length) {
      int known = squares.length;
      squares = Arrays.copyOf(squares, Math.max(id + 1, 2 * known));
      Arrays.fill(squares, known, squares.length, Double.POSITIVE_INFINITY);
    }
    squares[id] = Math.min(squares[id], square);
  }

  /** Meters; empty where no pixel shows the instance. */
  OptionalDouble distance(int instanceId) {
    boolean isSeen = instanceId < squares.length && squares[instanceId] < Double.POSITIVE_INFINITY;
    return isSeen ? OptionalDouble.of(Math.sqrt(squares[instanceId])) : OptionalDouble.empty();
  }
}
