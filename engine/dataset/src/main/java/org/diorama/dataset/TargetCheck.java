package org.diorama.dataset;

import java.util.Optional;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.dataset.record.InstanceLabel;

/** Holds what the sampler promised against what the label measured. */
final class TargetCheck {
  /** Of the visible fraction: what scenes are promised. */
  static final double FRACTION_TOLERANCE = 0.05;

  private TargetCheck() {}

  /**
   * Whether the label confirms the target; absent where labels don't measure it.
   *
   * @param label of the instance in the first camera's image
   */
  static Optional<Boolean> confirms(TargetVerdict verdict, InstanceLabel label) {
    return switch (verdict.target()) {
      case "visible_fraction" ->
          Optional.of(Math.abs(label.visibleFraction() - verdict.wanted()) <= FRACTION_TOLERANCE);
      default -> Optional.empty();
    };
  }
}
