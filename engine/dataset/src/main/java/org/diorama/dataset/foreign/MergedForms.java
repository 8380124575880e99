package org.diorama.dataset.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The further forms of a merged dataset's labels: each entry that goes into COCO's files, again.
 */
final class MergedForms {
  private final NewDataset dataset;
  private final List<ForeignTarget> targets = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private AnnotationKind kind;

  /**
   * @param formats beside COCO's own, which a merged dataset always has
   * @param kinds of annotations that the sources have
   */
  MergedForms(
      NewDataset dataset, Collection<String> formats, String from, List<AnnotationKind> kinds) {
    this.dataset = dataset;
    for (String format : formats) {
      if (!format.equals(ForeignTargets.COCO)) {
        names.add(format);
        targets.add(ForeignTargets.of(format, from, kinds, dataset));
      }
    }
  }

  /** Panoptic segments have no other form. */
  void begin(
      AnnotationKind newKind, String part, CocoHead head, List<ForeignSource.Category> categories)
      throws IOException {
    kind = newKind;
    for (ForeignTarget target : ofKind()) {
      target.begin(kind, part, head, categories);
    }
  }

  private List<ForeignTarget> ofKind() {
    return kind == AnnotationKind.PANOPTIC
        ? List.of()
        : targets.stream().filter(target -> target.takes(kind)).toList();
  }

  /**
   * @param entry as it is in the merged dataset, its file in place
   */
  void image(ForeignEntry entry) throws IOException {
    for (ForeignTarget target : ofKind()) {
      target.image(entry, dataset.resolve("images/" + entry.text("file_name")));
    }
  }

  /**
   * @param entry as it is in the merged dataset
   * @param size of its image: width, height
   */
  void annotation(ForeignEntry entry, int[] size) throws IOException {
    List<ForeignTarget> taking = ofKind();
    if (!taking.isEmpty()) {
      MaskedAnnotation masked = MaskedAnnotation.of(entry, size);
      for (ForeignTarget target : taking) {
        target.annotation(masked);
      }
    }
  }

  void end() throws IOException {
    for (ForeignTarget target : ofKind()) {
      target.end();
    }
  }

  /**
   * Writes what each form has once.
   *
   * @return lines for people about what a form has no room for
   */
  List<String> finish() throws IOException {
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      targets.get(i).finish();
      for (String line : targets.get(i).losses()) {
        lost.add(names.get(i) + ": " + line);
      }
    }
    return lost;
  }
}
