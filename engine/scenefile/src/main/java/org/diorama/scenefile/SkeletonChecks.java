package org.diorama.scenefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.sample.instance.CategoryResolver;
import org.diorama.core.scene.Bone;
import org.diorama.core.scene.NamedPoint;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.SceneDescription;

/**
 * Whether objects of one category whose skeletons the scene declares agree on which points are
 * joined: their category has all the bones of all of them.
 */
final class SkeletonChecks {
  private final AssetFacts facts;
  private final SurfaceChecks.Reporter reporter;

  SkeletonChecks(AssetFacts facts, SurfaceChecks.Reporter reporter) {
    this.facts = facts;
    this.reporter = reporter;
  }

  /**
   * @param scene whose assets are sound
   */
  void check(SceneDescription scene) {
    CategoryResolver resolver = new CategoryResolver(scene.categories());
    Map<Integer, List<ObjectDescription>> earlier = new HashMap<>();
    scene
        .allObjects()
        .filter(object -> object.asset().isPresent() && !object.skeleton().isEmpty())
        .forEach(
            object ->
                facts.candidates(object.asset().get()).stream()
                    .map(id -> resolver.categoryId(object, facts.fact(id)))
                    .filter(category -> category != 0)
                    .distinct()
                    .forEach(
                        category ->
                            check(
                                object,
                                earlier.computeIfAbsent(category, id -> new ArrayList<>()))));
  }

  /** Reports the first earlier object that joins other points; else it is one of them. */
  private void check(ObjectDescription object, List<ObjectDescription> earlier) {
    for (ObjectDescription other : earlier) {
      Optional<Bone> odd = missing(object, other).or(() -> missing(other, object));
      if (odd.isPresent()) {
        reporter.report(
            object.path() + ".skeleton",
            "it and "
                + other.path()
                + " are of one category, and only one of them joins "
                + odd.get().from()
                + " and "
                + odd.get().to(),
            "Join the same points in both, or give one of them another label.");
        return;
      }
    }
    earlier.add(object);
  }

  /** A bone of one object that another lacks, though it has both points. */
  private static Optional<Bone> missing(ObjectDescription one, ObjectDescription other) {
    List<String> names = other.keypoints().stream().map(NamedPoint::name).toList();
    return one.skeleton().stream()
        .filter(bone -> names.contains(bone.from()) && names.contains(bone.to()))
        .filter(bone -> other.skeleton().stream().noneMatch(bone::joinsAs))
        .findFirst();
  }
}
