package org.diorama.dataset.yolo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.scene.Category;

/** Classes are numbered from 0, in the order of the categories of things. */
final class YoloClasses {
  private final List<String> names;
  private final Map<Integer, Integer> indices = new HashMap<>();

  YoloClasses(List<Category> categories) {
    List<Category> things =
        categories.stream().filter(category -> category.isListed() && !category.isStuff()).toList();
    names = things.stream().map(Category::name).toList();
    things.forEach(category -> indices.put(category.id(), indices.size()));
  }

  List<String> names() {
    return names;
  }

  int index(int categoryId) {
    return indices.get(categoryId);
  }
}
