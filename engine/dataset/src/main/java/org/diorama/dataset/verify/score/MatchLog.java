package org.diorama.dataset.verify.score;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What was matched in one category, image by image: 24 bytes a detection, 12 an image. */
final class MatchLog {
  private static final int RANGES = AreaRange.values().length;

  private final long[] positives = new long[RANGES];
  private final int[][] outcomes = new int[RANGES][16];
  private double[] scores = new double[16];
  private int detections;
  private long[] images = new long[16];
  private int[] ends = new int[16];
  private int used;

  void add(long image, Matching matching) {
    int more = matching.scores().length;
    if (detections + more > scores.length) {
      int size = Math.max(detections + more, scores.length + scores.length / 2);
      scores = Arrays.copyOf(scores, size);
      for (int range = 0; range < RANGES; range++) {
        outcomes[range] = Arrays.copyOf(outcomes[range], size);
      }
    }
    if (used == images.length) {
      images = Arrays.copyOf(images, used + used / 2);
      ends = Arrays.copyOf(ends, images.length);
    }
    System.arraycopy(matching.scores(), 0, scores, detections, more);
    for (int range = 0; range < RANGES; range++) {
      System.arraycopy(matching.outcomes()[range], 0, outcomes[range], detections, more);
      positives[range] += matching.positives()[range];
    }
    detections += more;
    images[used] = image;
    ends[used++] = detections;
  }

  /** Objects that count. */
  long positives(AreaRange range) {
    return positives[range.ordinal()];
  }

  /**
   * Outcomes by falling score; of equal scores by image, then in the image's order.
   *
   * @param most detections of an image that count
   */
  int[] outcomes(AreaRange range, int most) {
    int[] order = new int[detections];
    int count = 0;
    int[] byImage =
        IntStream.range(0, used)
            .boxed()
            .sorted((one, other) -> Long.compare(images[one], images[other]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int image : byImage) {
      int start = image == 0 ? 0 : ends[image - 1];
      for (int i = start; i < ends[image] && i - start < most; i++) {
        order[count++] = i;
      }
    }
    int[] taken = byScore(Arrays.copyOf(order, count));
    for (int i = 0; i < taken.length; i++) {
      taken[i] = outcomes[range.ordinal()][taken[i]];
    }
    return taken;
  }

  /** A stable sort by falling score. */
  private int[] byScore(int[] order) {
    for (int i = 1; i < order.length; i++) {
      if (scores[order[i]] > scores[order[i - 1]]) {
        return Arrays.stream(order)
            .boxed()
            .sorted((one, other) -> Double.compare(scores[other], scores[one]))
            .mapToInt(Integer::intValue)
            .toArray();
      }
    }
    return order;
  }
}
