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

  private final boolean fractions;
  private final BoxReadings readings = new BoxReadings();

  /**
   * @param fractions whether all boxes of the file lie within 0 and 1
   */
  BoxCheck(boolean fractions) {
    this.fractions = fractions;
  }

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
    if (box[2] < 0 || box[3] < 0) {
      report.find(Fault.BOX_NEGATIVE, image, annotation, negative(annotation));
      return;
    }
    if (fractions) {
      report.find(
          Fault.BOX_NORMALIZED,
          image,
          annotation,
          BoxDiagnosis.text(box) + ", and no number of any box is above 1");
      return;
    }
    if (!(box[2] > 0) || !(box[3] > 0)) {
      report.find(Fault.BOX_EMPTY, image, annotation, "bbox is " + BoxDiagnosis.text(box));
      return;
    }
    if (image.hasSize() && !hasMask(annotation)) {
      readings.add(box, image);
    }
    sound(image, annotation, report);
  }

  /** Of a box with a width and a height. */
  private static void sound(
      ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    double[] box = annotation.box();
    Optional<Fault> cause = cause(image, annotation);
    if (cause.isPresent()) {
      report.find(
          cause.get(),
          image,
          annotation,
          "%s, its segmentation reaches %s"
              .formatted(BoxDiagnosis.text(box), BoxDiagnosis.text(due(annotation))));
    } else if (isAreaOfCorners(annotation)) {
      report.find(
          Fault.BOX_CORNERS,
          image,
          annotation,
          "%s, its area %s is that between two corners"
              .formatted(BoxDiagnosis.text(box), annotation.json().path("area")));
    } else if (image.hasSize() && isOutside(box, image)) {
      report.find(
          Fault.BOX_OUTSIDE,
          image,
          annotation,
          "%s in an image of %d x %d"
              .formatted(BoxDiagnosis.text(box), image.width(), image.height()));
    }
  }

  @Override
  public void end(ForeignReport report) {
    readings.cause().ifPresent(fault -> report.find(fault, readings.text()));
  }

  /** From its other corner it may be the one that is due. */
  private static String negative(ForeignAnnotation annotation) {
    double[] box = annotation.box();
    double[] turned = box.clone();
    for (int side = 0; side < 2; side++) {
      turned[side] = Math.min(box[side], box[side] + box[side + 2]);
      turned[side + 2] = Math.abs(box[side + 2]);
    }
    boolean fits = hasMask(annotation) && isWithin(turned, due(annotation), TOOLS);
    return "%s; from its other corner it is %s%s"
        .formatted(
            BoxDiagnosis.text(box),
            BoxDiagnosis.text(turned),
            fits ? ", as far as its segmentation reaches" : "");
  }

  /** Where no mask tells, the area may: it is not that of width and height. */
  private static boolean isAreaOfCorners(ForeignAnnotation annotation) {
    double[] box = annotation.box();
    double[] between = {box[0], box[1], box[2] - box[0], box[3] - box[1]};
    return !hasMask(annotation)
        && between[2] > 0
        && between[3] > 0
        && BoxDiagnosis.isAreaOfBox(annotation.area(), between)
        && !BoxDiagnosis.isAreaOfBox(annotation.area(), box);
  }

  private static boolean hasMask(ForeignAnnotation annotation) {
    return annotation.mask().isPresent() && !annotation.mask().get().isEmpty();
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

  private static Optional<Fault> cause(ForeignImage image, ForeignAnnotation annotation) {
    if (!hasMask(annotation) || annotation.hasFractions()) {
      return Optional.empty();
    }
    double[] due = due(annotation);
    Optional<Fault> exact =
        BoxDiagnosis.of(annotation.box(), due, ROUNDING, image.width(), image.height());
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
