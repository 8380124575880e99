package org.diorama.core.scene;

import java.util.List;

/** What an object is made of, as the author wrote it. */
public sealed interface AssetReference {
  /**
   * A procedural shape of unit size, centered on the origin in x and y and standing on z = 0.
   *
   * @param shape such as {@code box} or {@code sphere}
   * @param segments facets around a round shape; ignored by flat ones
   */
  record Primitive(String shape, int segments) implements AssetReference {}

  /**
   * A model file.
   *
   * @param path absolute or relative to the scene's folder, as written
   * @param metersPerUnit length of one unit of the file in meters
   * @param up the file's axis that points up
   */
  record ModelFile(String path, double metersPerUnit, UpAxis up) implements AssetReference {}

  /** Something built to measure. */
  record Built(Construction construction) implements AssetReference {}

  /** One entry of the catalog. */
  record CatalogEntry(String id) implements AssetReference {}

  /** Any entry of these asset categories. */
  record AnyOf(List<String> categories) implements AssetReference {
    public AnyOf {
      categories = List.copyOf(categories);
    }
  }

  /** Any asset that one of these references stands for. */
  record OneOf(List<AssetReference> alternatives) implements AssetReference {
    public OneOf {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** The references that it is a choice of; itself alone where it is none. */
  default List<AssetReference> alternatives() {
    return List.of(this);
  }

  /** The axis of a model file that points up. */
  enum UpAxis {
    Y,
    Z
  }
}
