package org.diorama.dataset.coco;

import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.scene.Category;
import org.diorama.dataset.format.DatasetDescription;

/** COCO's {@code categories}. */
final class CocoCategories {
  private record Instance(int id, String name, String supercategory) {}

  private record Panoptic(int id, String name, String supercategory, int isthing) {}

  private CocoCategories() {}

  /** Things: what has instances. */
  static List<?> instances(DatasetDescription description) {
    return plain(description, false);
  }

  static List<?> stuff(DatasetDescription description) {
    return plain(description, true);
  }

  private static List<?> plain(DatasetDescription description, boolean stuff) {
    return listed(description)
        .filter(category -> category.isStuff() == stuff)
        .map(category -> new Instance(category.id(), category.name(), category.supercategory()))
        .toList();
  }

  static List<?> panoptic(DatasetDescription description) {
    return listed(description)
        .map(
            category ->
                new Panoptic(
                    category.id(),
                    category.name(),
                    category.supercategory(),
                    category.isStuff() ? 0 : 1))
        .toList();
  }

  private static Stream<Category> listed(DatasetDescription description) {
    return description.categories().stream().filter(Category::isListed);
  }
}
