package org.diorama.dataset.verify.foreign;

import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import tools.jackson.databind.JsonNode;

/** Areas that are there and those of what is segmented. */
final class AreaCheck implements ForeignCheck {
  /** Tools count an outline's pixels, or compute its area: up to so much of it apart. */
  private static final double TOOLS = 0.05;

  @Override
  public String name() {
    return "areas";
  }

  @Override
  public void check(ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    if (annotation.hasNotFinite("area")) {
      report.lacking(ForeignAnnotation.FINITE);
      return;
    }
    report.examined(1);
    JsonNode said = annotation.json().path("area");
    if (!said.isMissingNode() && !said.isNumber()) {
      report.find(Fault.VALUE_NO_NUMBER, image, annotation, "area is " + said);
      return;
    }
    if (Double.isNaN(annotation.area())) {
      report.find(Fault.AREA_MISSING, image, annotation, "it has no area");
      return;
    }
    if (annotation.mask().isEmpty()
        || annotation.mask().get().isEmpty()
        || annotation.hasFractions()) {
      report.lacking("a mask to count");
      alone(image, annotation, report);
      return;
    }
    double pixels = annotation.mask().get().area();
    boolean right =
        annotation.outlines().isEmpty()
            ? annotation.area() == pixels
            : near(annotation.area(), pixels) || near(annotation.area(), annotation.polygonArea());
    if (right) {
      return;
    }
    boolean ofBox =
        annotation.hasBox() && BoxDiagnosis.isAreaOfBox(annotation.area(), annotation.box());
    report.find(
        ofBox ? Fault.AREA_OF_BOX : Fault.AREA_WRONG,
        image,
        annotation,
        "%s, its segmentation has %.1f".formatted(annotation.json().path("area"), pixels));
  }

  /** Where there is no mask, an area lies between nothing and all of its box. */
  private static void alone(
      ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    double[] box = annotation.box();
    boolean boxed = annotation.hasBox() && box[2] > 0 && box[3] > 0;
    double most = boxed ? box[2] * box[3] : Double.MAX_VALUE;
    if (annotation.area() <= 0 || annotation.area() > most && !near(annotation.area(), most)) {
      report.find(
          Fault.AREA_WRONG,
          image,
          annotation,
          annotation.json().path("area")
              + (boxed ? " of a box of %s pixels".formatted(Double.toString(most)) : ""));
    }
  }

  private static boolean near(double area, double due) {
    return Math.abs(area - due) <= Math.max(1, TOOLS * due);
  }
}
