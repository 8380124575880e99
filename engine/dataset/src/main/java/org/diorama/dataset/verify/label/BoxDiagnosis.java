package org.diorama.dataset.verify.label;

import java.util.Arrays;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;

/** Which mistake makes a wrong box out of a right one. */
public final class BoxDiagnosis {
  private BoxDiagnosis() {}

  /**
   * @param box {@code [x, y, width, height]} as written
   * @param due the tight one
   * @param tolerance in pixels
   * @return absent where the box is right
   */
  public static Optional<Fault> of(double[] box, double[] due, double tolerance) {
    if (near(box, due, tolerance)) {
      return Optional.empty();
    }
    if (near(box, new double[] {due[0], due[1], due[2] - 1, due[3] - 1}, tolerance)) {
      return Optional.of(Fault.BOX_INCLUSIVE);
    }
    if (near(box, new double[] {due[0], due[1], due[0] + due[2], due[1] + due[3]}, tolerance)) {
      return Optional.of(Fault.BOX_CORNERS);
    }
    if (near(new double[] {due[0], due[1], box[2], box[3]}, due, tolerance)) {
      return Optional.of(Fault.BOX_SHIFTED);
    }
    return Optional.of(Fault.BOX_WRONG);
  }

  private static boolean near(double[] one, double[] other, double tolerance) {
    for (int i = 0; i < 4; i++) {
      if (!(Math.abs(one[i] - other[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an area is that of the box rather than of the mask. */
  public static boolean isAreaOfBox(double area, double[] box) {
    return Math.abs(area - box[2] * box[3]) < 0.5;
  }

  /** A box for people. */
  public static String text(double[] box) {
    return Arrays.toString(box).replace(".0,", ",").replace(".0]", "]");
  }

  /** Whole pixels as numbers. */
  public static double[] numbers(int[] box) {
    return Arrays.stream(box).asDoubleStream().toArray();
  }
}
