package org.diorama.dataset.verify.score;

import java.util.Arrays;

/** Object keypoint similarity, by COCO's "Keypoint Evaluation" (cocodataset.org, 2016). */
public final class KeypointLikeness {
  /** How far people disagree on each point of a person, relative to its size: COCO's figures. */
  private static final double[] PERSON = {
    .026, .025, .025, .035, .035, .079, .079, .072, .072, .062, .062, .107, .107, .087, .087, .089,
    .089
  };

  /** Of points that nobody measured. */
  private static final double OTHER = 0.05;

  private static final double EPSILON = Math.ulp(1.0);

  private KeypointLikeness() {}

  /**
   * The mean over the object's points of {@code exp(-distance² / (2 area k²))}.
   *
   * @param detection x, y and flag of each point
   * @param object the same of the object; flag 0 = not labelled
   * @param area of the object in pixels
   * @param box of the object; it stands in where no point is labelled
   */
  public static double of(double[] detection, double[] object, double area, double[] box) {
    int points = object.length / 3;
    double[] constants = new double[points];
    if (points == PERSON.length) {
      System.arraycopy(PERSON, 0, constants, 0, points);
    } else {
      Arrays.fill(constants, OTHER);
    }
    boolean any = labelled(object) > 0;
    double sum = 0;
    for (int i = 0; i < points; i++) {
      if (any && object[3 * i + 2] <= 0) {
        continue;
      }
      double x = detection[3 * i];
      double y = detection[3 * i + 1];
      double toX = any ? x - object[3 * i] : beyond(x, box[0], box[2]);
      double toY = any ? y - object[3 * i + 1] : beyond(y, box[1], box[3]);
      double spread = 4 * constants[i] * constants[i];
      sum += Math.exp(-(toX * toX + toY * toY) / spread / (area + EPSILON) / 2);
    }
    return points == 0 ? 0 : sum / (any ? labelled(object) : points);
  }

  /** How far a coordinate lies outside three times the box. */
  private static double beyond(double at, double from, double size) {
    return Math.max(0, from - size - at) + Math.max(0, at - from - 2 * size);
  }

  /** Points that are labelled. */
  public static int labelled(double[] keypoints) {
    int labelled = 0;
    for (int i = 2; i < keypoints.length; i += 3) {
      labelled += keypoints[i] > 0 ? 1 : 0;
    }
    return labelled;
  }
}
