package org.diorama.core.asset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diorama.core.scene.Bone;

/**
 * The named points that a class of things has, and which of them belong together.
 *
 * @param points names in the order of labels, each once
 * @param bones pairs of them
 */
public record Skeleton(List<String> points, List<Bone> bones) {
  public static final Skeleton NONE = new Skeleton(List.of(), List.of());

  /**
   * @throws IllegalArgumentException where a name comes twice, or a bone has an end that is none
   */
  public Skeleton {
    points = List.copyOf(points);
    bones = List.copyOf(bones);
    if (points.stream().distinct().count() != points.size()) {
      throw new IllegalArgumentException("a point comes twice: " + points);
    }
    for (Bone bone : bones) {
      if (!points.contains(bone.from()) || !points.contains(bone.to())) {
        throw new IllegalArgumentException(bone + " has an end that is none of " + points);
      }
    }
  }

  /** All of both; what comes twice comes once. */
  public Skeleton union(Skeleton other) {
    Set<String> names = new LinkedHashSet<>(points);
    names.addAll(other.points);
    List<Bone> lines = new ArrayList<>(bones);
    other.bones.stream()
        .filter(bone -> bones.stream().noneMatch(bone::joinsAs))
        .forEach(lines::add);
    return new Skeleton(new ArrayList<>(names), lines);
  }
}
