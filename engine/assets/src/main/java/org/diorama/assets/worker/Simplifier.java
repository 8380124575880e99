package org.diorama.assets.worker;

import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_SimplifyErrorAbsolute;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_SimplifyPrune;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_simplify;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

/** Coarser levels of a mesh, each by a larger allowed error. Materials stay apart. */
final class Simplifier {
  /** Allowed error of each level as a share of the model's diagonal. */
  private static final double[] ERRORS = {0.0005, 0.002, 0.008, 0.03};

  /** A coarser level is kept where it saves at least this share of the finer one's triangles. */
  private static final double WORTHWHILE = 0.3;

  /** Smaller models are drawn as they are. */
  private static final int FEWEST_TRIANGLES = 300;

  private Simplifier() {}

  /** The finest level, unchanged, and what coarser ones pay. */
  static List<SimplifiedLevel> levels(List<int[]> finest, float[] positions) {
    List<SimplifiedLevel> levels = new ArrayList<>();
    levels.add(new SimplifiedLevel(0, finest));
    double diagonal = diagonal(positions);
    for (double share : ERRORS) {
      SimplifiedLevel last = levels.get(levels.size() - 1);
      if (last.triangles() < FEWEST_TRIANGLES) {
        break;
      }
      SimplifiedLevel next = simplify(finest, positions, share * diagonal, last.error());
      if (next.triangles() > 0 && next.triangles() <= (1 - WORTHWHILE) * last.triangles()) {
        levels.add(next);
      }
    }
    return levels;
  }

  private static SimplifiedLevel simplify(
      List<int[]> finest, float[] positions, double allowed, double finerError) {
    double error = finerError;
    List<int[]> parts = new ArrayList<>();
    try (NativeArrays arrays = new NativeArrays()) {
      FloatBuffer vertices = arrays.floats(positions);
      FloatBuffer reached = arrays.floats(1);
      for (int[] indices : finest) {
        IntBuffer result = arrays.ints(indices.length);
        int count =
            (int)
                meshopt_simplify(
                    result,
                    arrays.ints(indices),
                    vertices,
                    positions.length / 3,
                    12,
                    0,
                    (float) allowed,
                    meshopt_SimplifyErrorAbsolute | meshopt_SimplifyPrune,
                    reached);
        int[] simplified = new int[count];
        result.get(simplified);
        parts.add(simplified);
        error = Math.max(error, reached.get(0));
      }
    }
    return new SimplifiedLevel(error, parts);
  }

  private static double diagonal(float[] positions) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (int i = axis; i < positions.length; i += 3) {
        min = Math.min(min, positions[i]);
        max = Math.max(max, positions[i]);
      }
      sum += (max - min) * (max - min);
    }
    return Math.sqrt(sum);
  }
}
