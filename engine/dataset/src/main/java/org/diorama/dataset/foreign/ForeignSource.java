package org.diorama.dataset.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dataset to read, told in COCO's terms. Annotations pass by one after the other; the source
 * keeps at most a few numbers for each image.
 */
interface ForeignSource {
  /** Takes entries. */
  @FunctionalInterface
  interface Taker {
    void take(ForeignEntry entry) throws IOException;
  }

  /** Its folder, as it was given. */
  Path root();

  /** Kinds of annotations that it has; at least one. */
  List<AnnotationKind> kinds();

  /** Names of its parts; one empty name where it is not split. */
  List<String> parts(AnnotationKind kind);

  /** COCO's {@code categories}, those of all parts. */
  List<Category> categories(AnnotationKind kind);

  /** What a part says of itself as a whole. */
  CocoHead head(AnnotationKind kind, String part);

  /**
   * COCO's {@code images} of a part.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT for an entry that is none
   */
  void images(AnnotationKind kind, String part, Taker taker) throws IOException;

  /** COCO's {@code annotations} of a part; their images and categories are known. */
  void annotations(AnnotationKind kind, String part, Taker taker) throws IOException;

  /** Width and height of an image, once those of its part were read. */
  int[] size(AnnotationKind kind, String part, long image);

  /**
   * The image file of an entry, by its real path.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where it is missing or lies elsewhere
   */
  Path file(String part, String fileName) throws IOException;

  /** The image of ids of a panoptic annotation, likewise. */
  Path panoptic(String part, String fileName) throws IOException;

  /** Lines for people about what this form of dataset does not say. */
  List<String> shortcomings() throws IOException;

  /**
   * @param keypoints names of its points; empty where it has none
   * @param entry as it stands
   */
  record Category(
      int id, String name, String supercategory, List<String> keypoints, ObjectNode entry) {
    /**
     * That of an entry of COCO's list.
     *
     * @throws org.diorama.core.DioramaException BAD_INPUT where it is none
     */
    static Category of(ForeignEntry entry) {
      long id = entry.whole("id");
      if (id < 0 || id > Integer.MAX_VALUE) {
        throw entry.bad("has a category whose id is " + id);
      }
      String name = entry.text("name");
      JsonNode above = entry.json().path("supercategory");
      return new Category(
          (int) id,
          name,
          above.isString() ? above.asString() : name,
          entry.texts("keypoints"),
          entry.json());
    }
  }
}
