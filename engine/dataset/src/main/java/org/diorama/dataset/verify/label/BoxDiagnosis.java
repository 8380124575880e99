package org.diorama.dataset.verify.label;

import java.util.Arrays;
import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;

/** Which mistake makes a wrong box out of a right one. */
public final class BoxDiagnosis {
  private BoxDiagnosis() {}

  /** Below it, half of a box's width is no other mistake than one of a pixel. */
  private static final double SMALL = 2;

  /**
   * @param box {@code [x, y, width, height]} as written
   * @param due the tight one
   * @param tolerance in pixels
   * @return absent where the box is right
   */
  public static Optional<Fault> of(double[] box, double[] due, double tolerance) {
    double right = due[0] + due[2];
    double bottom = due[1] + due[3];
    if (near(box, due, tolerance)) {
      return Optional.empty();
    }
    if (near(box, list(due[0], due[1], due[2] - 1, due[3] - 1), tolerance)) {
      return Optional.of(Fault.BOX_INCLUSIVE);
    }
    if (near(box, list(due[0], due[1], right, bottom), tolerance)
        || near(box, list(due[1], due[0], bottom, right), tolerance)) {
      return Optional.of(Fault.BOX_CORNERS);
    }
    if (near(box, list(due[1], due[0], due[3], due[2]), tolerance)
        || near(box, list(due[0], due[1], due[3], due[2]), tolerance)) {
      return Optional.of(Fault.BOX_SWAPPED);
    }
    if (Math.max(due[2], due[3]) > SMALL
        && near(box, list(due[0] + due[2] / 2, due[1] + due[3] / 2, due[2], due[3]), tolerance)) {
      return Optional.of(Fault.BOX_CENTERED);
    }
    if (near(list(due[0], due[1], box[2], box[3]), due, tolerance)) {
      return Optional.of(Fault.BOX_SHIFTED);
    }
    return Optional.of(Fault.BOX_WRONG);
  }

  /**
   * The same where the image's size is known, whose sides some mistakes count in.
   *
   * @param width of the image; likewise {@code height}
   */
  public static Optional<Fault> of(
      double[] box, double[] due, double tolerance, int width, int height) {
    Optional<Fault> plain = of(box, due, tolerance);
    if (plain.equals(Optional.of(Fault.BOX_SHIFTED))
        && near(box, list(due[0], height - due[1] - due[3], due[2], due[3]), tolerance)) {
      return Optional.of(Fault.BOX_UPSIDE_DOWN);
    }
    if (plain.equals(Optional.of(Fault.BOX_WRONG)) && isOfFractions(box)) {
      double[] pixels = list(box[0] * width, box[1] * height, box[2] * width, box[3] * height);
      // Three digits behind the point are a pixel of a thousand.
      double rounding = Math.max(1, Math.max(width, height) / 1000.0);
      Optional<Fault> scaled = of(pixels, due, rounding);
      boolean known =
          scaled.isEmpty()
              || scaled.get() == Fault.BOX_CENTERED
              || scaled.get() == Fault.BOX_CORNERS;
      return known ? Optional.of(Fault.BOX_NORMALIZED) : plain;
    }
    return plain;
  }

  /** Whether numbers lie within 0 and 1, and not all at the ends. */
  public static boolean isOfFractions(double[] numbers) {
    boolean within = true;
    boolean between = false;
    for (double number : numbers) {
      within &= number >= 0 && number <= 1;
      between |= number > 0 && number < 1;
    }
    return within && between;
  }

  private static double[] list(double... numbers) {
    return numbers;
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

  /** A box for people, to the millionth. */
  public static String text(double[] box) {
    double[] rounded = Arrays.stream(box).map(number -> Math.rint(number * 1e6) / 1e6).toArray();
    return Arrays.toString(rounded).replace(".0,", ",").replace(".0]", "]");
  }

  /** Whole pixels as numbers. */
  public static double[] numbers(int[] box) {
    return Arrays.stream(box).asDoubleStream().toArray();
  }
}
