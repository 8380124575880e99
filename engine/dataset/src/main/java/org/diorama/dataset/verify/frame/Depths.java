package org.diorama.dataset.verify.frame;

import java.util.Optional;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.read.FloatImage;

/**
 * Planar depths of a view's pixels, in meters and as exact as the dataset has them: of floats where
 * these agree with the depth image, else of its steps. Which of the two is wrong is told elsewhere.
 */
final class Depths {
  private static final double SINGLE = 1e-6;
  private static final Depths NONE = new Depths(new int[0], Optional.empty(), 1, 0);

  private final int[] steps;
  private final Optional<FloatImage> floats;
  private final double step;
  private final double most;

  private Depths(int[] steps, Optional<FloatImage> floats, double step, double most) {
    this.steps = steps;
    this.floats = floats;
    this.step = step;
    this.most = most;
  }

  /** None where the view has no sound depth image. */
  static Depths of(ViewEvidence view, Optional<FloatImage> floats, ManifestFacts manifest) {
    return view.has(Plane.DEPTH)
        ? new Depths(
            view.values(Plane.DEPTH),
            floats,
            manifest.depthScale() / 1000,
            manifest.depthMax() * (1 - SINGLE))
        : NONE;
  }

  static Depths none() {
    return NONE;
  }

  boolean isEmpty() {
    return steps.length == 0;
  }

  /** False where there is no surface, or none within the depth image's bound. */
  boolean isKnown(int pixel) {
    return steps[pixel] > 0 || isExact(pixel) && floats.get().at(pixel, 0) > 0;
  }

  double at(int pixel) {
    return isExact(pixel) ? floats.get().at(pixel, 0) : steps[pixel] * step;
  }

  /** By how much the surface may lie nearer or farther. */
  double slack(int pixel) {
    double rounding = SINGLE * at(pixel);
    return isExact(pixel) ? rounding : rounding + (steps[pixel] > 1 ? 0.5 : 1.5) * step;
  }

  private boolean isExact(int pixel) {
    if (floats.isEmpty()) {
      return false;
    }
    double exact = floats.get().at(pixel, 0);
    return switch (steps[pixel]) {
      case 0 -> exact == 0 || exact >= most;
      case 1 -> exact > 0 && exact < 1.5 * step + SINGLE;
      default -> Math.abs(exact - steps[pixel] * step) <= 0.5 * step + SINGLE * exact;
    };
  }
}
