package org.diorama.dataset.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins the named points of categories of one name: those of the first source in its order, then
 * what others have beyond; likewise bones. A point that a source lacks is not labelled in its
 * annotations: 0, 0, 0.
 */
final class MergedKeypoints {
  /** A category's points so far, and the source that first had them. */
  private record Joined(String source, List<String> points, List<List<Integer>> bones) {}

  private final Map<String, Joined> byName = new LinkedHashMap<>();
  private final Map<String, Map<Integer, ForeignSource.Category>> sources = new HashMap<>();
  private final List<String> conflicts = new ArrayList<>();

  /** Takes the categories of a source's files of keypoints in. */
  void add(String source, List<ForeignSource.Category> categories) {
    Map<Integer, ForeignSource.Category> known = new HashMap<>();
    for (ForeignSource.Category category : categories) {
      known.put(category.id(), category);
      Joined joined =
          byName.computeIfAbsent(
              category.name(),
              name -> new Joined(source, new ArrayList<>(category.keypoints()), new ArrayList<>()));
      if (!joined.points().equals(category.keypoints())) {
        conflicts.add(
            "category '%s': points %s in %s, %s in %s: joined by name"
                .formatted(
                    category.name(),
                    joined.points(),
                    joined.source(),
                    category.keypoints(),
                    source));
        category.keypoints().stream()
            .filter(point -> !joined.points().contains(point))
            .forEach(joined.points()::add);
      }
      bones(source, category, joined);
    }
    sources.put(source, known);
  }

  private void bones(String source, ForeignSource.Category category, Joined joined) {
    List<List<Integer>> bones = new ArrayList<>();
    for (JsonNode bone : category.entry().path("skeleton")) {
      int from = bone.path(0).asInt(0) - 1;
      int to = bone.path(1).asInt(0) - 1;
      int count = category.keypoints().size();
      if (from >= 0 && to >= 0 && from < count && to < count) {
        bones.add(List.of(place(joined, category, from) + 1, place(joined, category, to) + 1));
      }
    }
    if (!source.equals(joined.source()) && !joined.bones().equals(bones)) {
      conflicts.add(
          "category '%s': another skeleton in %s than in %s: all bones of both"
              .formatted(category.name(), source, joined.source()));
    }
    bones.stream().filter(bone -> !joined.bones().contains(bone)).forEach(joined.bones()::add);
  }

  private static int place(Joined joined, ForeignSource.Category category, int point) {
    return joined.points().indexOf(category.keypoints().get(point));
  }

  /** The category's entry with all points and bones. */
  void tell(ObjectNode entry) {
    Joined joined = byName.get(entry.path("name").asString(""));
    if (joined != null && !joined.points().isEmpty()) {
      ArrayNode points = entry.putArray("keypoints");
      joined.points().forEach(points::add);
      ArrayNode skeleton = entry.putArray("skeleton");
      joined.bones().forEach(bone -> skeleton.addArray().add(bone.get(0)).add(bone.get(1)));
    }
  }

  /**
   * Brings an annotation's points into the joined order.
   *
   * @param category its id in the source
   */
  void reorder(String source, int category, ForeignEntry annotation) {
    ForeignSource.Category own = sources.get(source).get(category);
    Joined joined = byName.get(own.name());
    if (joined.points().equals(own.keypoints()) || !annotation.json().has("keypoints")) {
      return;
    }
    int count = own.keypoints().size();
    if (annotation.numbers("keypoints").length != 3 * count) {
      throw annotation.bad(
          "has %d numbers as 'keypoints'; its category has %d points of 3"
              .formatted(annotation.numbers("keypoints").length, count));
    }
    ObjectNode json = annotation.json();
    JsonNode numbers = json.get("keypoints");
    JsonNode positions = json.path("keypoints_3d");
    ArrayNode merged = json.putArray("keypoints");
    ArrayNode merged3d = positions.size() == count ? json.putArray("keypoints_3d") : null;
    for (String point : joined.points()) {
      int from = own.keypoints().indexOf(point);
      for (int i = 0; i < 3; i++) {
        if (from < 0) {
          merged.add(0);
        } else {
          merged.add(numbers.get(3 * from + i));
        }
      }
      if (merged3d != null) {
        if (from < 0) {
          merged3d.addNull();
        } else {
          merged3d.add(positions.get(from));
        }
      }
    }
  }

  List<String> conflicts() {
    return List.copyOf(conflicts);
  }
}
