package org.diorama.dataset.verify.foreign;

import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.label.BoxDiagnosis;
import org.diorama.dataset.verify.read.FaultyFile;
import org.diorama.dataset.verify.read.Mask;
import tools.jackson.databind.JsonNode;

/** Masks that can be decoded, hold pixels and go by columns; polygons that keep to pixel edges. */
final class SegmentationCheck implements ForeignCheck {
  private static final double ROUNDING = 0.02;

  private final boolean masksAreDue;

  /**
   * @param masksAreDue whether none is a fault: where other annotations have masks. Sets of boxes
   *     have none throughout, or empty lists, which is a form of theirs
   */
  SegmentationCheck(boolean masksAreDue) {
    this.masksAreDue = masksAreDue;
  }

  @Override
  public String name() {
    return "segmentations";
  }

  @Override
  public void check(ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    if (masksAreDue && annotation.isBare()) {
      report.examined(1);
      report.find(
          Fault.SEGMENTATION_MISSING,
          image,
          annotation,
          "it %s, where others have masks; COCO's annToMask stops at it"
              .formatted(said(annotation.json())));
      return;
    }
    if (annotation.isBare()) {
      report.lacking("a segmentation");
      return;
    }
    if (annotation.hasNotFinite("segmentation")) {
      report.lacking(ForeignAnnotation.FINITE);
      return;
    }
    report.examined(1);
    if (annotation.fault().isPresent()) {
      FaultyFile fault = annotation.fault().get();
      report.find(fault.fault(), image, annotation, fault.getMessage());
      return;
    }
    if (annotation.mask().isEmpty()) {
      report.lacking("the size of the image");
      return;
    }
    if (annotation.hasFractions()) {
      report.find(
          Fault.POLYGON_NORMALIZED,
          image,
          annotation,
          "they reach %s in an image of %d x %d"
              .formatted(BoxDiagnosis.text(annotation.extent()), image.width(), image.height()));
    } else if (annotation.mask().get().isEmpty()) {
      report.find(Fault.MASK_EMPTY, image, annotation, "its segmentation covers no pixel");
    } else if (annotation.hasBox()) {
      causes(image, annotation, report);
    }
  }

  private static String said(JsonNode annotation) {
    JsonNode segmentation = annotation.path("segmentation");
    return segmentation.isMissingNode() ? "has none" : "is " + segmentation;
  }

  private static void causes(
      ForeignImage image, ForeignAnnotation annotation, ForeignReport report) {
    double[] box = annotation.box();
    if (annotation.outlines().isEmpty()) {
      Mask mask = annotation.mask().get();
      double[] byColumns = BoxDiagnosis.numbers(mask.box());
      if (BoxDiagnosis.of(box, byColumns, 1).isPresent()
          && BoxDiagnosis.of(box, BoxDiagnosis.numbers(mask.readByRows().box()), ROUNDING)
              .isEmpty()) {
        report.find(
            Fault.MASK_ROW_MAJOR,
            image,
            annotation,
            "by rows its box would be that of the annotation, by columns it is "
                + BoxDiagnosis.text(byColumns));
      }
      return;
    }
    double[] extent = annotation.extent();
    double[] firstCenters = {extent[0], extent[1], extent[2] + 1, extent[3] + 1};
    double[] halfCenters = {extent[0] - 0.5, extent[1] - 0.5, extent[2] + 1, extent[3] + 1};
    if (BoxDiagnosis.of(box, firstCenters, ROUNDING).isEmpty()
        || BoxDiagnosis.of(box, halfCenters, ROUNDING).isEmpty()) {
      report.find(
          Fault.POLYGON_THROUGH_CENTERS,
          image,
          annotation,
          "they reach %s, the box is %s"
              .formatted(BoxDiagnosis.text(extent), BoxDiagnosis.text(box)));
    }
  }
}
