package org.diorama.dataset.yolo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diorama.core.label.keypoint.CategorySkeleton;
import org.diorama.core.scene.Category;
import org.diorama.dataset.format.DatasetDescription;

/** Classes are numbered from 0, in the order of the categories of things. */
final class YoloClasses {
  private final List<String> names;
  private final Map<Integer, Integer> indices = new HashMap<>();
  private final Map<Integer, List<String>> pointsOf;
  private final List<List<String>> pointNames;

  /**
   * @param pointsOf names of points by category; nothing for a task without them
   */
  private YoloClasses(List<Category> categories, Map<Integer, List<String>> pointsOf) {
    this.pointsOf = pointsOf;
    pointNames = categories.stream().map(category -> pointsOf(category.id())).toList();
    names = categories.stream().map(Category::name).toList();
    categories.forEach(category -> indices.put(category.id(), indices.size()));
  }

  /** Those of a task; of poses the ones that have named points. */
  static YoloClasses of(YoloTask task, DatasetDescription description) {
    Map<Integer, List<String>> points =
        task == YoloTask.POSE
            ? description.keypoints().stream()
                .collect(
                    Collectors.toMap(CategorySkeleton::categoryId, one -> one.skeleton().points()))
            : Map.of();
    return new YoloClasses(
        description.categories().stream()
            .filter(category -> category.isListed() && !category.isStuff())
            .filter(category -> task != YoloTask.POSE || points.containsKey(category.id()))
            .toList(),
        points);
  }

  List<String> names() {
    return names;
  }

  boolean has(int categoryId) {
    return indices.containsKey(categoryId);
  }

  int index(int categoryId) {
    return indices.get(categoryId);
  }

  /** Points of every line: as many as the category with the most has. */
  int points() {
    return YoloDataFile.points(pointNames);
  }

  /** Names of the points of each class. */
  List<List<String>> pointNames() {
    return pointNames;
  }

  /** Names of a category's points, in order. */
  List<String> pointsOf(int categoryId) {
    return pointsOf.getOrDefault(categoryId, List.of());
  }
}
