package org.diorama.core.bvh;

import org.diorama.core.asset.MeshBvh;

/**
 * A ray on its way through a hierarchy, front to back. Holds state: one thread's own, reused from
 * ray to ray. Boxes are tested slab by slab, grown by more than the rounding error of slab and
 * primitive tests, so none is missed whose content would be hit (compare Ize: "Robust BVH ray
 * traversal", JCGT 2(2), 2013, which covers the slabs' error only).
 */
abstract class BvhTraversal {
  /** Growth of boxes relative to the largest coordinate in play: 64 rounding errors. */
  private static final double MARGIN = 0x1.0p-47;

  private final int[] stack = new int[MeshBvh.MAX_DEPTH + 2];
  private final double[] stackEntries = new double[MeshBvh.MAX_DEPTH + 2];

  double originX;
  double originY;
  double originZ;
  double directionX;
  double directionY;
  double directionZ;
  private double inverseX;
  private double inverseY;
  private double inverseZ;
  private double margin;
  double near;
  double far;

  final void setRay(
      double originX,
      double originY,
      double originZ,
      double directionX,
      double directionY,
      double directionZ,
      double near,
      double far) {
    this.originX = originX;
    this.originY = originY;
    this.originZ = originZ;
    this.directionX = directionX;
    this.directionY = directionY;
    this.directionZ = directionZ;
    this.inverseX = 1 / directionX;
    this.inverseY = 1 / directionY;
    this.inverseZ = 1 / directionZ;
    this.near = near;
    // Finite, so that the infinity of a missed box exceeds it.
    this.far = Math.min(far, Double.MAX_VALUE);
  }

  /** Looks at one primitive; may lower {@code far}. Returns whether the search is over. */
  abstract boolean visit(int primitive);

  final void walk(MeshBvh hierarchy) {
    if (hierarchy.nodeCount() == 0) {
      return;
    }
    float[] bounds = hierarchy.bounds();
    int[] links = hierarchy.links();
    int[] order = hierarchy.order();
    margin = margin(bounds);
    int top = 0;
    int node = 0;
    double entry = entry(bounds, 0);
    while (true) {
      if (entry <= far) {
        if (hierarchy.isLeaf(node)) {
          int first = links[2 * node];
          int end = first - links[2 * node + 1];
          for (int i = first; i < end; i++) {
            if (visit(order[i])) {
              return;
            }
          }
        } else {
          int nearer = links[2 * node];
          int farther = links[2 * node + 1];
          double nearerEntry = entry(bounds, 6 * nearer);
          double fartherEntry = entry(bounds, 6 * farther);
          if (fartherEntry < nearerEntry) {
            int swappedNode = nearer;
            nearer = farther;
            farther = swappedNode;
            double swappedEntry = nearerEntry;
            nearerEntry = fartherEntry;
            fartherEntry = swappedEntry;
          }
          stack[top] = farther;
          stackEntries[top++] = fartherEntry;
          node = nearer;
          entry = nearerEntry;
          continue;
        }
      }
      if (top == 0) {
        return;
      }
      node = stack[--top];
      entry = stackEntries[top];
    }
  }

  private double margin(float[] bounds) {
    double reach = Math.max(Math.abs(originX), Math.max(Math.abs(originY), Math.abs(originZ)));
    double extent = 0;
    for (int i = 0; i < 6; i++) {
      extent = Math.max(extent, Math.abs(bounds[i]));
    }
    return (reach + extent) * MARGIN;
  }

  /**
   * Where the ray enters a box, infinity where it misses. A ray in the plane of a side may have 0 ·
   * ∞ = NaN there, which every comparison below passes over: it counts as inside.
   */
  private double entry(float[] bounds, int at) {
    double enter = near;
    double leave = far;
    double low = (bounds[at] - margin - originX) * inverseX;
    double high = (bounds[at + 3] + margin - originX) * inverseX;
    enter = inverseX < 0 ? larger(high, enter) : larger(low, enter);
    leave = inverseX < 0 ? smaller(low, leave) : smaller(high, leave);
    low = (bounds[at + 1] - margin - originY) * inverseY;
    high = (bounds[at + 4] + margin - originY) * inverseY;
    enter = inverseY < 0 ? larger(high, enter) : larger(low, enter);
    leave = inverseY < 0 ? smaller(low, leave) : smaller(high, leave);
    low = (bounds[at + 2] - margin - originZ) * inverseZ;
    high = (bounds[at + 5] + margin - originZ) * inverseZ;
    enter = inverseZ < 0 ? larger(high, enter) : larger(low, enter);
    leave = inverseZ < 0 ? smaller(low, leave) : smaller(high, leave);
    return enter <= leave ? enter : Double.POSITIVE_INFINITY;
  }

  private static double larger(double candidate, double current) {
    return candidate > current ? candidate : current;
  }

  private static double smaller(double candidate, double current) {
    return candidate < current ? candidate : current;
  }
}
