package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A form to write a foreign dataset in. Of each part first all images come, then annotations. */
interface ForeignTarget {
  void begin(String part, List<ForeignSource.Category> categories) throws IOException;

  /**
   * @param file the image's, by its real path
   */
  void image(ObjectNode entry, Path file) throws IOException;

  void annotation(MaskedAnnotation annotation) throws IOException;

  /** Ends the part. */
  void end() throws IOException;

  /** Writes what the whole dataset has once. */
  void finish(List<String> parts, List<ForeignSource.Category> categories) throws IOException;

  /** Lines for people about what of the source this form could not take. */
  List<String> losses();
}
