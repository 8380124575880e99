package org.diorama.dataset.verify.frame;

import java.util.ArrayList;
import java.util.List;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.read.Mask;

/**
 * Depths inside each instance's pixels against the range that the record has of it. Unlabelled
 * instances count, too, so that every surface is looked at.
 */
final class DepthCheck {
  static final String NAME = "depths within each object's range";

  private final ManifestFacts manifest;

  DepthCheck(ManifestFacts manifest) {
    this.manifest = manifest;
  }

  /** Least and largest steps of an instance's pixels, and those due; 0 = none. */
  private record Range(RecordedLabel label, int least, int largest, int zeros) {}

  /** Whether a view's depths are those of its labels; told where not. */
  boolean isSound(ViewEvidence view, CheckReport report) {
    if (!view.has(Plane.DEPTH) || !view.has(Plane.INSTANCE)) {
      report.lacking("sound depth and instance images");
      return true;
    }
    int[] steps = view.values(Plane.DEPTH);
    List<Range> wrong = new ArrayList<>();
    int looked = 0;
    for (RecordedLabel label : view.labels()) {
      Mask mask = view.instanceMask(label.instance());
      if (mask.isEmpty()) {
        continue;
      }
      looked++;
      Range range = range(label, mask, steps, view.camera().width());
      if (!fits(range)) {
        wrong.add(range);
      }
    }
    report.examined(looked);
    if (!wrong.isEmpty()) {
      tell(view, wrong, looked, steps, report);
    }
    return isEmptyWhereNothingIs(view, steps, report) && wrong.isEmpty();
  }

  private static Range range(RecordedLabel label, Mask mask, int[] steps, int width) {
    int least = Integer.MAX_VALUE;
    int largest = 0;
    int zeros = 0;
    int height = mask.height();
    int[] spans = mask.spans();
    for (int i = 0; i < spans.length; i += 2) {
      for (int position = spans[i]; position < spans[i + 1]; position++) {
        int value = steps[position % height * width + position / height];
        if (value == 0) {
          zeros++;
        } else {
          least = Math.min(least, value);
          largest = Math.max(largest, value);
        }
      }
    }
    return new Range(label, largest == 0 ? 0 : least, largest, zeros);
  }

  /**
   * Both ends are reached, to half a step and what single precision leaves open. A surface beyond
   * the largest depth has none.
   */
  private boolean fits(Range range) {
    double near = steps(range.label().nearest());
    double far = steps(range.label().farthest());
    boolean beyond = range.label().farthest() >= manifest.depthMax();
    if (beyond) {
      boolean all = range.label().nearest() > manifest.depthMax();
      return all ? range.largest() == 0 : range.zeros() > 0 && reaches(range.least(), near);
    }
    return range.zeros() == 0 && reaches(range.least(), near) && reaches(range.largest(), far);
  }

  private double steps(double meters) {
    return meters * 1000 / manifest.depthScale();
  }

  private static boolean reaches(int step, double due) {
    return Math.abs(step - Math.max(1, due)) <= 0.5 + 1e-6 * due + 1e-3;
  }

  /** Where no instance is, no surface is. */
  private static boolean isEmptyWhereNothingIs(ViewEvidence view, int[] steps, CheckReport report) {
    int[] instance = view.values(Plane.INSTANCE);
    for (int i = 0; i < steps.length; i++) {
      if (instance[i] == 0 && steps[i] != 0) {
        report.findImage(
            Fault.DEPTH_OUT_OF_RANGE,
            Plane.DEPTH.path(view.fileName()),
            view.imageId(),
            "column %d row %d has a depth and no instance"
                .formatted(i % view.camera().width(), i / view.camera().width()));
        return false;
      }
    }
    return true;
  }

  private void tell(
      ViewEvidence view, List<Range> wrong, int looked, int[] steps, CheckReport report) {
    int top = 0;
    for (int step : steps) {
      top = Math.max(top, step);
    }
    int ceiling = top;
    boolean clipped =
        wrong.stream()
            .allMatch(
                range ->
                    range.largest() == ceiling && steps(range.label().farthest()) > ceiling + 1);
    Fault fault =
        clipped
            ? Fault.DEPTH_CLIPPED
            : 2 * wrong.size() > looked && looked > 1
                ? Fault.DEPTH_STALE
                : Fault.DEPTH_OUT_OF_RANGE;
    Range first = wrong.get(0);
    report.findImage(
        fault,
        Plane.DEPTH.path(view.fileName()),
        view.imageId(),
        "%d of %d instances; %d has steps %d to %d%s, the record %.1f to %.1f"
            .formatted(
                wrong.size(),
                looked,
                first.label().instance(),
                first.least(),
                first.largest(),
                first.zeros() == 0 ? "" : " and " + first.zeros() + " without",
                steps(first.label().nearest()),
                steps(first.label().farthest())));
  }
}
