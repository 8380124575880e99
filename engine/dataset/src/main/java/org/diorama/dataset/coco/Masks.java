package org.diorama.dataset.coco;

import java.util.Arrays;

/** Set operations on masks of one size, on their runs, without expanding them. */
public final class Masks {
  private Masks() {}

  /**
   * Intersection over union of two masks; 0 where both are empty.
   *
   * @param crowd the second mask is a crowd: COCO then divides by the first one's area
   */
  public static double overlap(RunLengths mask, RunLengths other, boolean crowd) {
    long intersection = sweep(mask, other, null);
    long divisor = crowd ? mask.area() : mask.area() + other.area() - intersection;
    return divisor == 0 ? 0 : (double) intersection / divisor;
  }

  /** Pixels that lie in either mask. */
  public static RunLengths union(RunLengths mask, RunLengths other) {
    RunBuilder builder = new RunBuilder();
    sweep(mask, other, builder);
    return builder.build(mask.width(), mask.height());
  }

  /**
   * Walks both masks' runs side by side.
   *
   * @param union receives the stretches that either mask covers; or null
   * @return pixels that both cover
   */
  private static long sweep(RunLengths first, RunLengths second, RunBuilder union) {
    if (first.width() != second.width() || first.height() != second.height()) {
      throw new IllegalArgumentException("masks of different sizes");
    }
    int[] a = first.counts();
    int[] b = second.counts();
    int i = 0;
    int j = 0;
    int endA = a[0];
    int endB = b[0];
    int position = 0;
    int size = Math.multiplyExact(first.width(), first.height());
    long both = 0;
    while (position < size) {
      while (endA == position) {
        endA += a[++i];
      }
      while (endB == position) {
        endB += b[++j];
      }
      int end = Math.min(endA, endB);
      boolean inA = i % 2 == 1;
      boolean inB = j % 2 == 1;
      if (inA && inB) {
        both += end - position;
      }
      if (union != null && (inA || inB)) {
        union.add(position, end);
      }
      position = end;
    }
    return both;
  }

  /**
   * The mask whose pixels change between out and in at each of these column-major positions.
   *
   * @param toggles in any order; two equal ones cancel; those at the image's end are without effect
   */
  static RunLengths ofToggles(int width, int height, int[] toggles) {
    int[] sorted = toggles.clone();
    Arrays.sort(sorted);
    RunBuilder builder = new RunBuilder();
    int size = Math.multiplyExact(width, height);
    for (int i = 0; i < sorted.length; i += 2) {
      int end = i + 1 < sorted.length ? Math.min(sorted[i + 1], size) : size;
      if (sorted[i] < end) {
        builder.add(sorted[i], end);
      }
    }
    return builder.build(width, height);
  }
}
