package org.diorama.dataset.coco;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.label.keypoint.CategorySkeleton;
import org.diorama.core.scene.Category;
import org.diorama.dataset.format.DatasetDescription;

/** COCO's {@code categories}. */
final class CocoCategories {
  private record Instance(int id, String name, String supercategory) {}

  private record Panoptic(int id, String name, String supercategory, int isthing) {}

  /**
   * @param skeleton pairs of places in {@code keypoints}, counted from 1
   */
  private record Keypoints(
      int id,
      String name,
      String supercategory,
      List<String> keypoints,
      List<List<Integer>> skeleton) {}

  private CocoCategories() {}

  /** Things that have named points. */
  static List<?> keypoints(DatasetDescription description) {
    Map<Integer, Skeleton> skeletons = skeletons(description);
    return listed(description)
        .filter(category -> skeletons.containsKey(category.id()))
        .map(category -> keypoints(category, skeletons.get(category.id())))
        .toList();
  }

  /** By category id. */
  static Map<Integer, Skeleton> skeletons(DatasetDescription description) {
    return description.keypoints().stream()
        .collect(Collectors.toMap(CategorySkeleton::categoryId, CategorySkeleton::skeleton));
  }

  private static Keypoints keypoints(Category category, Skeleton skeleton) {
    List<List<Integer>> bones =
        skeleton.bones().stream()
            .map(
                bone ->
                    List.of(
                        skeleton.points().indexOf(bone.from()) + 1,
                        skeleton.points().indexOf(bone.to()) + 1))
            .toList();
    return new Keypoints(
        category.id(), category.name(), category.supercategory(), skeleton.points(), bones);
  }

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
