package org.diorama.core.label.keypoint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.asset.Skeleton;
import org.diorama.core.sample.instance.CategoryResolver;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.NamedPoint;
import org.diorama.core.scene.ObjectDescription;

/** Finds which named points a scene's categories have, before any frame is decided. */
public final class CategorySkeletons {
  private CategorySkeletons() {}

  /**
   * Things that have any, by rising id: the union over all assets that a frame may show as this
   * category, in the order of the scene.
   *
   * @param objects of the scene and of its variants, those below others too
   */
  public static List<CategorySkeleton> of(
      Stream<ObjectDescription> objects, List<Category> categories, AssetFacts facts) {
    CategoryResolver resolver = new CategoryResolver(categories);
    Map<Integer, Skeleton> skeletons = new TreeMap<>();
    objects
        .filter(object -> object.asset().isPresent())
        .forEach(
            object ->
                facts
                    .candidates(object.asset().get())
                    .forEach(
                        id -> {
                          AssetFact fact = facts.fact(id);
                          Skeleton own = skeleton(object, fact);
                          int category = resolver.categoryId(object, fact);
                          if (category != 0 && !own.points().isEmpty()) {
                            skeletons.merge(category, own, Skeleton::union);
                          }
                        }));
    return categories.stream()
        .filter(category -> category.isListed() && !category.isStuff())
        .filter(category -> skeletons.containsKey(category.id()))
        .sorted(Comparator.comparingInt(Category::id))
        .map(category -> new CategorySkeleton(category.id(), skeletons.get(category.id())))
        .toList();
  }

  /** Points that the scene declares take the place of the asset's, and so do their bones. */
  private static Skeleton skeleton(ObjectDescription object, AssetFact fact) {
    if (!object.keypoints().isEmpty()) {
      List<String> names = object.keypoints().stream().map(NamedPoint::name).toList();
      return new Skeleton(names, object.skeleton());
    }
    return fact.keypoints().points().isEmpty() ? Skeleton.NONE : fact.keypoints().skeleton();
  }
}
