package org.diorama.core.label;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.diorama.core.geometry.PinholeCamera;

/** The least distance, along the ray of a pixel's center, at which each instance is seen. */
final class NearestSurface {
  private final Map<Integer, Double> squares = new HashMap<>();

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
      squares.merge(pieces.id(run), least, Math::min);
    }
  }

  /** Meters; empty where no pixel shows the instance. */
  OptionalDouble distance(int instanceId) {
    Double square = squares.get(instanceId);
    return square == null ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(square));
  }
}
