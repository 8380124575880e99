package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A form to write a foreign dataset in. Of each kind and part first all images come, then
 * annotations.
 */
interface ForeignTarget {
  /** Whether the form has room for a kind; of others nothing comes. */
  boolean takes(AnnotationKind kind);

  /**
   * @param head what the part says of itself as a whole
   */
  void begin(
      AnnotationKind kind, String part, CocoHead head, List<ForeignSource.Category> categories)
      throws IOException;

  /**
   * @param file the image's, by its real path
   */
  void image(ForeignEntry entry, Path file) throws IOException;

  /** Of every kind but panoptic. */
  void annotation(MaskedAnnotation annotation) throws IOException;

  /**
   * A panoptic annotation.
   *
   * @param file its image of ids, by its real path
   */
  void panoptic(ForeignEntry entry, Path file) throws IOException;

  /** Ends the part. */
  void end() throws IOException;

  /** Writes what the whole dataset has once. */
  void finish() throws IOException;

  /** Lines for people about what of the source this form could not take. */
  List<String> losses();
}
