package org.diorama.core.asset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The named points that a class of things has, and which of them belong together.
 *
 * @param points names in the order of labels, each once
 * @param bones pairs of them
 */
public record Skeleton(List<String> points, List<Bone> bones) {
  public static final Skeleton NONE = new Skeleton(List.of(), List.of());

  /** A line from one point to another. */
  public record Bone(String from, String to) {}

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
    Set<Bone> lines = new LinkedHashSet<>(bones);
    lines.addAll(other.bones);
    return new Skeleton(new ArrayList<>(names), new ArrayList<>(lines));
  }
}
