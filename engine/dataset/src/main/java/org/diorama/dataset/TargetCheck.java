package org.diorama.dataset;

import java.util.OptionalDouble;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.dataset.record.InstanceLabel;

/**
 * Holds what the sampler promised against what the label in the first camera's image measured. The
 * tolerances are those that a met target keeps.
 */
final class TargetCheck {
  private static final double FRACTION_TOLERANCE = 0.05;
  private static final double PIXELS_TOLERANCE = 0.1;
  private static final double POSITION_TOLERANCE = 0.02;

  private TargetCheck() {}

  /**
   * What the label says of a target. Of a silhouette that is cut by the frame or by other things it
   * doesn't know the whole size or place: absent.
   *
   * @param camera the first one
   */
  static OptionalDouble measured(TargetVerdict verdict, InstanceLabel label, PinholeCamera camera) {
    boolean whole = label.visibleFraction() == 1;
    if (verdict.target().equals("visible_fraction")) {
      return OptionalDouble.of(label.visibleFraction());
    }
    if (label.truncation() > 0 || label.area() == 0) {
      return OptionalDouble.empty();
    }
    return switch (verdict.target()) {
      case "pixels" -> OptionalDouble.of(label.area() / label.visibleFraction());
      case "image_x" ->
          whole
              ? center(label.bbox().left(), label.bbox().right(), camera.width())
              : OptionalDouble.empty();
      case "image_y" ->
          whole
              ? center(label.bbox().top(), label.bbox().bottom(), camera.height())
              : OptionalDouble.empty();
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble center(int from, int to, int size) {
    return OptionalDouble.of((from + to) / 2.0 / size);
  }

  /** Whether a measured value is the wanted one, as far as a met target's is. */
  static boolean confirms(TargetVerdict verdict, double measured) {
    double tolerance =
        switch (verdict.target()) {
          case "visible_fraction" -> FRACTION_TOLERANCE;
          case "pixels" -> PIXELS_TOLERANCE * verdict.wanted();
          default -> POSITION_TOLERANCE;
        };
    return Math.abs(measured - verdict.wanted()) <= tolerance;
  }
}
