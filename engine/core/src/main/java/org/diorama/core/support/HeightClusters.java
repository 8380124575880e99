package org.diorama.core.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Level faces gathered by height: again and again, the band of heights that holds most area, until
 * none holds enough.
 */
final class HeightClusters {
  /** Level means up to 5 degrees of slope: things there do not slide. */
  private static final double LEAST_LEVELNESS = 0.9961946980917455;

  /** Most bands looked at; a finely stepped slope would give one after another. */
  private static final int MAX_CLUSTERS = 64;

  private HeightClusters() {}

  /**
   * @param band greatest difference of heights in a cluster, meters
   * @param leastArea square meters
   * @return face numbers of each cluster, the largest cluster first
   */
  static List<int[]> of(Faces faces, double band, double leastArea) {
    List<int[]> clusters = new ArrayList<>();
    int[] left = levelFaces(faces, band);
    while (clusters.size() < MAX_CLUSTERS) {
      int begin = 0;
      int bestBegin = 0;
      int bestEnd = 0;
      double area = 0;
      double bestArea = 0;
      for (int end = 0; end < left.length; end++) {
        area += faces.levelArea(left[end]);
        while (faces.highest(left[end]) - faces.highest(left[begin]) > band) {
          area -= faces.levelArea(left[begin++]);
        }
        if (area > bestArea) {
          bestArea = area;
          bestBegin = begin;
          bestEnd = end + 1;
        }
      }
      if (bestEnd == 0 || bestArea < leastArea) {
        break;
      }
      clusters.add(Arrays.copyOfRange(left, bestBegin, bestEnd));
      left = without(left, bestBegin, bestEnd);
    }
    return clusters;
  }

  /** By rising highest point. */
  private static int[] levelFaces(Faces faces, double band) {
    List<Integer> level = new ArrayList<>();
    for (int face = 0; face < faces.count(); face++) {
      if (faces.levelness(face) >= LEAST_LEVELNESS
          && faces.highest(face) - faces.lowest(face) <= band) {
        level.add(face);
      }
    }
    level.sort(Comparator.comparingDouble(faces::highest));
    return level.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] without(int[] values, int begin, int end) {
    int[] result = new int[values.length - (end - begin)];
    System.arraycopy(values, 0, result, 0, begin);
    System.arraycopy(values, end, result, begin, values.length - end);
    return result;
  }
}
