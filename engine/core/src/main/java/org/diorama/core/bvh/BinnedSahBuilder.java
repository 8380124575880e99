package org.diorama.core.bvh;

import java.util.Arrays;
import org.diorama.core.asset.MeshBvh;

/**
 * Builds a hierarchy over boxes by the surface area heuristic, evaluated at the borders of equal
 * bins along the longest axis of the centroids. Wald: "On fast construction of SAH-based bounding
 * volume hierarchies", IEEE Symposium on Interactive Ray Tracing, 2007. Sequential and free of
 * chance: equal boxes give equal arrays.
 */
final class BinnedSahBuilder {
  private static final int BINS = 16;
  private static final int MAX_LEAF = 4;

  /** From here on ranges are halved, which ends within 31 more links. */
  private static final int LAST_HEURISTIC_DEPTH = MeshBvh.MAX_DEPTH - 32;

  /** Cost of a node's box test, in primitive tests. */
  private static final double NODE_COST = 1;

  private final float[] boxes;
  private final int[] order;
  private final float[] bounds;
  private final int[] links;
  private int nodes;

  private final int[] binCounts = new int[BINS];
  private final float[] binBoxes = new float[6 * BINS];
  private final double[] rightCosts = new double[BINS];
  private final float[] scratch = new float[6];

  private BinnedSahBuilder(float[] boxes) {
    this.boxes = boxes;
    int count = boxes.length / 6;
    this.order = new int[count];
    Arrays.setAll(order, i -> i);
    this.bounds = new float[6 * Math.max(0, 2 * count - 1)];
    this.links = new int[2 * Math.max(0, 2 * count - 1)];
  }

  /**
   * @param boxes minimum x, y, z, maximum x, y, z of each primitive; finite
   */
  static MeshBvh build(float[] boxes) {
    BinnedSahBuilder builder = new BinnedSahBuilder(boxes);
    builder.buildAll();
    return new MeshBvh(
        Arrays.copyOf(builder.bounds, 6 * builder.nodes),
        Arrays.copyOf(builder.links, 2 * builder.nodes),
        builder.order);
  }

  private void buildAll() {
    if (order.length == 0) {
      return;
    }
    int[] pending = new int[4 * (MeshBvh.MAX_DEPTH + 2)];
    int top = push(pending, 0, nodes++, 0, order.length, 0);
    while (top > 0) {
      top -= 4;
      int node = pending[top];
      int begin = pending[top + 1];
      int end = pending[top + 2];
      int depth = pending[top + 3];
      enclose(node, begin, end);
      int middle = split(node, begin, end, depth);
      if (middle == end) {
        links[2 * node] = begin;
        links[2 * node + 1] = begin - end;
      } else {
        int left = nodes++;
        int right = nodes++;
        links[2 * node] = left;
        links[2 * node + 1] = right;
        top = push(pending, top, right, middle, end, depth + 1);
        top = push(pending, top, left, begin, middle, depth + 1);
      }
    }
  }

  private static int push(int[] pending, int top, int node, int begin, int end, int depth) {
    pending[top] = node;
    pending[top + 1] = begin;
    pending[top + 2] = end;
    pending[top + 3] = depth;
    return top + 4;
  }

  private void enclose(int node, int begin, int end) {
    clear(bounds, 6 * node);
    for (int i = begin; i < end; i++) {
      include(bounds, 6 * node, boxes, 6 * order[i]);
    }
  }

  /** Reorders the range into two; returns where the second begins, {@code end} for a leaf. */
  private int split(int node, int begin, int end, int depth) {
    int count = end - begin;
    if (count == 1) {
      return end;
    }
    int axis = longestCentroidAxis(begin, end);
    double low = scratch[axis];
    double extent = scratch[axis + 3] - low;
    if (!(extent > 0) || depth >= LAST_HEURISTIC_DEPTH) {
      return count <= MAX_LEAF ? end : begin + count / 2;
    }
    fillBins(begin, end, axis, low, extent);
    double parentArea = halfArea(bounds, 6 * node);
    int bestBin = bestBorder();
    double splitCost = parentArea * NODE_COST + rightCosts[bestBin];
    if (count <= MAX_LEAF && parentArea * count <= splitCost) {
      return end;
    }
    return partition(begin, end, axis, low, extent, bestBin);
  }

  private int longestCentroidAxis(int begin, int end) {
    clear(scratch, 0);
    for (int i = begin; i < end; i++) {
      for (int axis = 0; axis < 3; axis++) {
        float centroid = centroid(order[i], axis);
        scratch[axis] = Math.min(scratch[axis], centroid);
        scratch[axis + 3] = Math.max(scratch[axis + 3], centroid);
      }
    }
    int longest = 0;
    for (int axis = 1; axis < 3; axis++) {
      if ((double) scratch[axis + 3] - scratch[axis]
          > (double) scratch[longest + 3] - scratch[longest]) {
        longest = axis;
      }
    }
    return longest;
  }

  private float centroid(int primitive, int axis) {
    return (float) ((boxes[6 * primitive + axis] + (double) boxes[6 * primitive + axis + 3]) / 2);
  }

  private int bin(int primitive, int axis, double low, double extent) {
    return Math.min(BINS - 1, (int) ((centroid(primitive, axis) - low) / extent * BINS));
  }

  private void fillBins(int begin, int end, int axis, double low, double extent) {
    Arrays.fill(binCounts, 0);
    for (int b = 0; b < BINS; b++) {
      clear(binBoxes, 6 * b);
    }
    for (int i = begin; i < end; i++) {
      int b = bin(order[i], axis, low, extent);
      binCounts[b]++;
      include(binBoxes, 6 * b, boxes, 6 * order[i]);
    }
  }

  /**
   * The bin after which a split costs least; both sides are never empty, since the extreme
   * centroids fall into the first and the last bin. Leaves the cost in {@code rightCosts} there.
   */
  private int bestBorder() {
    clear(scratch, 0);
    int count = 0;
    for (int b = BINS - 1; b > 0; b--) {
      count += binCounts[b];
      include(scratch, 0, binBoxes, 6 * b);
      rightCosts[b - 1] = count * halfArea(scratch, 0);
    }
    clear(scratch, 0);
    count = 0;
    int best = 0;
    for (int b = 0; b < BINS - 1; b++) {
      count += binCounts[b];
      include(scratch, 0, binBoxes, 6 * b);
      rightCosts[b] += count * halfArea(scratch, 0);
      if (rightCosts[b] < rightCosts[best]) {
        best = b;
      }
    }
    return best;
  }

  private int partition(int begin, int end, int axis, double low, double extent, int lastLeft) {
    int left = begin;
    int right = end;
    while (left < right) {
      if (bin(order[left], axis, low, extent) <= lastLeft) {
        left++;
      } else {
        right--;
        int swapped = order[left];
        order[left] = order[right];
        order[right] = swapped;
      }
    }
    return left;
  }

  private static void clear(float[] target, int at) {
    Arrays.fill(target, at, at + 3, Float.POSITIVE_INFINITY);
    Arrays.fill(target, at + 3, at + 6, Float.NEGATIVE_INFINITY);
  }

  private static void include(float[] target, int at, float[] source, int from) {
    for (int i = 0; i < 3; i++) {
      target[at + i] = Math.min(target[at + i], source[from + i]);
      target[at + 3 + i] = Math.max(target[at + 3 + i], source[from + 3 + i]);
    }
  }

  private static double halfArea(float[] box, int at) {
    double x = (double) box[at + 3] - box[at];
    double y = (double) box[at + 4] - box[at + 1];
    double z = (double) box[at + 5] - box[at + 2];
    return x < 0 ? 0 : x * y + y * z + z * x;
  }
}
