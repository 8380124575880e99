package org.diorama.dataset;

import java.util.OptionalDouble;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.dataset.record.InstanceLabel;

/**
 * Holds what the sampler promised against what the label in the image of the target's camera
 * measured. The tolerances are those that a met target keeps.
 */
final class TargetCheck {
  private TargetCheck() {}

  /**
   * What the label says of a target. Of a silhouette that is cut by the frame or by other things it
   * doesn't know the whole size or place: absent.
   *
   * @param camera the target's
   */
  static OptionalDouble measured(TargetVerdict verdict, InstanceLabel label, PinholeCamera camera) {
    if (verdict.target() == TargetKind.VISIBLE_FRACTION) {
      return OptionalDouble.of(label.visibleFraction());
    }
    if (label.truncation() > 0 || label.area() == 0) {
      return OptionalDouble.empty();
    }
    if (verdict.target() == TargetKind.PIXELS) {
      return OptionalDouble.of(label.area() / label.visibleFraction());
    }
    if (label.visibleFraction() < 1) {
      return OptionalDouble.empty();
    }
    return verdict.target() == TargetKind.IMAGE_X
        ? center(label.bbox().left(), label.bbox().right(), camera.width())
        : center(label.bbox().top(), label.bbox().bottom(), camera.height());
  }

  private static OptionalDouble center(int from, int to, int size) {
    return OptionalDouble.of((from + to) / 2.0 / size);
  }

  /** Whether a measured value is the wanted one, as far as a met target's is. */
  static boolean confirms(TargetVerdict verdict, double measured) {
    return verdict.target().isMet(verdict.wanted(), measured);
  }
}
