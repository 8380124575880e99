package org.diorama.dataset.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;
import org.diorama.core.scene.LabelFile;

/** The files that a frame can have, one a camera. */
public enum Kind {
  IMAGE(Optional.empty(), new LabelFile("images", LabelFile.Form.PNG)),
  DEPTH(Annotator.DEPTH),
  INSTANCE(Annotator.INSTANCE),
  SEMANTIC(Annotator.SEMANTIC),
  PANOPTIC(Annotator.PANOPTIC);

  private final Optional<Annotator> annotator;
  private final LabelFile file;

  Kind(Optional<Annotator> annotator, LabelFile file) {
    this.annotator = annotator;
    this.file = file;
  }

  /** The first file of an annotator. */
  Kind(Annotator annotator) {
    this(annotator, 0);
  }

  Kind(Annotator annotator, int file) {
    this(Optional.of(annotator), annotator.files().get(file));
  }

  /** Those of a frame with some annotators. */
  public static List<Kind> of(Annotators annotators) {
    return Stream.of(values())
        .filter(kind -> kind.annotator.stream().allMatch(annotators::has))
        .toList();
  }

  /** Relative to the dataset, without a slash at its end. */
  public String folder() {
    return file.folder();
  }

  /** Path relative to the dataset. */
  public String path(Layout layout, long frame, String camera, FloatFiles floats) {
    return folder() + "/" + layout.fileName(frame, camera, file.form().extension(floats));
  }
}
