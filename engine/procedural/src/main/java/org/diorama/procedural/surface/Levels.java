package org.diorama.procedural.surface;

/**
 * Shares of the area below each height.
 *
 * @param below number of texels below the upper bound of each bin
 */
record Levels(float lowest, float range, int[] below) {
  private static final int BINS = 4096;

  static Levels of(float[] heights) {
    float lowest = Float.MAX_VALUE;
    float highest = -Float.MAX_VALUE;
    for (float height : heights) {
      lowest = Math.min(lowest, height);
      highest = Math.max(highest, height);
    }
    float range = Math.max(1e-9f, highest - lowest);
    int[] below = new int[BINS];
    for (float height : heights) {
      below[Math.min(BINS - 1, (int) ((height - lowest) / range * BINS))]++;
    }
    for (int bin = 1; bin < BINS; bin++) {
      below[bin] += below[bin - 1];
    }
    return new Levels(lowest, range, below);
  }

  /** The height below which a share of the area lies. */
  float at(float share) {
    float wanted = share * below[BINS - 1];
    int bin = 0;
    while (bin < BINS - 1 && below[bin] < wanted) {
      bin++;
    }
    return lowest + range * (bin + 1) / BINS;
  }
}
