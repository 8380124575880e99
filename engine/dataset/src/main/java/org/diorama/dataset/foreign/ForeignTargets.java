package org.diorama.dataset.foreign;

import java.util.Collection;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.coco.MaskEncoding;

/** The forms to write a dataset in, by the names of formats. */
final class ForeignTargets {
  static final String COCO = "coco";
  static final String YOLO = "yolo";

  private ForeignTargets() {}

  /**
   * @param from name of what is converted
   * @param kinds of annotations that there are
   * @throws DioramaException USAGE for a format that is none of these
   */
  static ForeignTarget of(
      String format, String from, Collection<AnnotationKind> kinds, NewDataset dataset) {
    return switch (format) {
      case COCO -> new CocoTarget(dataset, from, "", MaskEncoding.COMPRESSED);
      case "coco-polygon" -> new CocoTarget(dataset, from, format + "/", MaskEncoding.POLYGONS);
      case "coco-rle" -> new CocoTarget(dataset, from, format + "/", MaskEncoding.COUNTS);
      case YOLO -> new YoloTarget(dataset, kinds);
      default -> throw new DioramaException(ExitStatus.USAGE, format + " is not supported");
    };
  }
}
