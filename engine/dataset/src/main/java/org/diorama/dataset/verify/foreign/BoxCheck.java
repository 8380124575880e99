package org.diorama.dataset.verify.foreign;

import java.util.Optional;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.label.BoxDiagnosis;

/** Boxes that are there, inside the image, and tight around what they bound. */
final class BoxCheck implements ForeignCheck {
  /** Tools differ by up to a pixel in what they call tight. */
  private static final double TOOLS = 1;

  /** Numbers in files have two digits behind the point. */
  private static final double ROUNDING = 0.02;

  @Override
  public String name() {
    return "boxes";
  }

  @Override
  public void check(ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    if (annotation.hasNotFinite("bbox")) {
      report.lacking(ForeignAnnotation.FINITE);
      return;
    }
    report.examined(1);
    double[] box = annotation.box();
    if (!annotation.hasBox()) {
      report.find(
          Fault.BOX_MISSING, image, annotation, "bbox is " + annotation.json().path("bbox"));
      return;
    }
    if (!(box[2] > 0) || !(box[3] > 0)) {
      report.find(Fault.BOX_EMPTY, image, annotation, "bbox is " + BoxDiagnosis.text(box));
      return;
    }
    Optional<Fault> cause = cause(annotation);
    if (cause.isPresent()) {
      report.find(
          cause.get(),
          image,
          annotation,
          "%s, its segmentation reaches %s"
              .formatted(BoxDiagnosis.text(box), BoxDiagnosis.text(due(annotation))));
    } else if (image.hasSize() && isOutside(box, image)) {
      report.find(
          Fault.BOX_OUTSIDE,
          image,
          annotation,
          "%s in an image of %d x %d"
              .formatted(BoxDiagnosis.text(box), image.width(), image.height()));
    }
  }

  private static boolean isOutside(double[] box, ForeignImage image) {
    return box[0] < -TOOLS
        || box[1] < -TOOLS
        || box[0] + box[2] > image.width() + TOOLS
        || box[1] + box[3] > image.height() + TOOLS;
  }

  /** What the segmentation bounds: polygons their corners, run lengths their pixels. */
  private static double[] due(ForeignAnnotation annotation) {
    return annotation.outlines().isEmpty()
        ? BoxDiagnosis.numbers(annotation.mask().orElseThrow().box())
        : annotation.extent();
  }

  private static Optional<Fault> cause(ForeignAnnotation annotation) {
    if (annotation.mask().isEmpty() || annotation.mask().get().isEmpty()) {
      return Optional.empty();
    }
    double[] due = due(annotation);
    Optional<Fault> exact = BoxDiagnosis.of(annotation.box(), due, ROUNDING);
    boolean near = isWithin(annotation.box(), due, TOOLS);
    boolean odd =
        exact.equals(Optional.of(Fault.BOX_WRONG))
            || exact.equals(Optional.of(Fault.BOX_SHIFTED))
                && near
                && !isPlainShift(annotation.box(), due);
    if (!odd) {
      return exact;
    }
    return near || isByRows(annotation) ? Optional.empty() : Optional.of(Fault.BOX_WRONG);
  }

  private static boolean isWithin(double[] box, double[] due, double tolerance) {
    boolean within = true;
    for (int side = 0; side < 2; side++) {
      within &= Math.abs(box[side] - due[side]) <= tolerance;
      within &= Math.abs(box[side] + box[side + 2] - due[side] - due[side + 2]) <= tolerance;
    }
    return within;
  }

  /** By half a pixel or whole ones, as mistakes of convention are. */
  private static boolean isPlainShift(double[] box, double[] due) {
    double x = 2 * (box[0] - due[0]);
    double y = 2 * (box[1] - due[1]);
    return Math.abs(x - Math.rint(x)) <= ROUNDING && Math.abs(y - Math.rint(y)) <= ROUNDING;
  }

  /** Then the run lengths are at fault, which another check says. */
  private static boolean isByRows(ForeignAnnotation annotation) {
    return annotation.outlines().isEmpty()
        && isWithin(
            annotation.box(),
            BoxDiagnosis.numbers(annotation.mask().orElseThrow().readByRows().box()),
            ROUNDING);
  }
}
