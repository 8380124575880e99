package org.diorama.dataset.coco;

import java.util.List;
import org.diorama.dataset.format.DatasetDescription;

/** COCO's {@code categories}. */
final class CocoCategories {
  private record Instance(int id, String name, String supercategory) {}

  private record Panoptic(int id, String name, String supercategory, int isthing) {}

  private CocoCategories() {}

  static List<?> instances(DatasetDescription description) {
    return description.categories().stream()
        .map(category -> new Instance(category.id(), category.name(), category.supercategory()))
        .toList();
  }

  static List<?> panoptic(DatasetDescription description) {
    return description.categories().stream()
        .map(category -> new Panoptic(category.id(), category.name(), category.supercategory(), 1))
        .toList();
  }
}
