package org.diorama.core.collision;

import java.util.Arrays;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.MeshBvhTraversal;
import org.diorama.core.math.Vec3;

/**
 * Whether points lie inside closed parts of a surface: a ray from there leaves such a part an odd
 * number of times. Each part is counted for itself, so parts may overlap, face either way, and
 * stand beside open ones. A ray that meets an edge is given up for another. Holds state: one
 * thread's own.
 */
final class InsideTest {
  /** Barycentric weights below it are too near to an edge to count on. */
  private static final double EDGE = 1e-9;

  /** Directions without simple ratios; the first that meets no edge decides. */
  private static final double[][] DIRECTIONS = {
    {0.2916, 0.3527, 0.8891},
    {-0.7193, 0.4412, 0.5363},
    {0.6151, -0.7431, 0.2637},
    {-0.3319, -0.5177, -0.7885},
    {0.8713, 0.1249, -0.4746},
    {-0.1733, 0.9081, -0.3811}
  };

  private final MeshBvhTraversal traversal = new MeshBvhTraversal();
  private boolean[] odd = new boolean[0];
  private boolean meetsEdge;

  /**
   * @param point in the surface's own space
   */
  boolean contains(MeshSurface surface, SurfaceShells shells, Vec3 point) {
    MeshSurface counting =
        new MeshSurface(
            surface.triangles(),
            surface.hierarchy(),
            (triangle, weight1, weight2) -> {
              count(shells.shell(triangle), weight1, weight2);
              return false;
            });
    for (double[] direction : DIRECTIONS) {
      odd = odd.length < shells.count() ? new boolean[shells.count()] : odd;
      Arrays.fill(odd, false);
      meetsEdge = false;
      traversal.ray(
          point.x(),
          point.y(),
          point.z(),
          direction[0],
          direction[1],
          direction[2],
          0,
          Double.POSITIVE_INFINITY);
      traversal.any(counting);
      if (!meetsEdge) {
        break;
      }
    }
    for (int shell = 0; shell < shells.count(); shell++) {
      if (odd[shell] && shells.isClosed(shell)) {
        return true;
      }
    }
    return false;
  }

  private void count(int shell, double weight1, double weight2) {
    odd[shell] ^= true;
    meetsEdge |= weight1 < EDGE || weight2 < EDGE || weight1 + weight2 > 1 - EDGE;
  }
}
