package org.diorama.dataset.verify.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.dataset.verify.files.ManifestFacts;
import org.diorama.dataset.verify.json.Json;
import org.diorama.dataset.verify.read.FaultyFile;
import tools.jackson.databind.JsonNode;

/**
 * Classes of YOLO's files: the things in the order of the categories, from 0; of poses those with
 * points.
 *
 * @param things class by category id, in their order; likewise {@code posed}
 * @param names of categories by id
 * @param skeletons names of points by category id
 */
record YoloNames(
    Map<Integer, Integer> things,
    Map<Integer, Integer> posed,
    Map<Integer, String> names,
    Map<Integer, List<String>> skeletons) {
  /** Without points where the configuration cannot be read, which is told elsewhere. */
  static YoloNames of(Path root, ManifestFacts manifest) {
    Map<Integer, List<String>> skeletons = new HashMap<>();
    try {
      JsonNode stored = Json.read(root.resolve("scene/configuration.json"));
      for (JsonNode category : stored.at("/description/keypoints")) {
        List<String> points = new ArrayList<>();
        category.at("/skeleton/points").forEach(point -> points.add(point.asString("")));
        skeletons.put(category.path("category_id").asInt(0), points);
      }
    } catch (FaultyFile | IOException e) {
      skeletons.clear();
    }
    Map<Integer, Integer> things = new LinkedHashMap<>();
    Map<Integer, Integer> posed = new LinkedHashMap<>();
    Map<Integer, String> names = new HashMap<>();
    new CategoryFacts(manifest.categories())
        .things()
        .forEach(
            category -> {
              int id = category.path("id").asInt(0);
              names.put(id, category.path("name").asString(""));
              things.put(id, things.size());
              if (skeletons.containsKey(id)) {
                posed.put(id, posed.size());
              }
            });
    return new YoloNames(things, posed, names, skeletons);
  }

  Map<Integer, Integer> classes(YoloLines.Task task) {
    return task == YoloLines.Task.POSE ? posed : things;
  }

  /** Points of every line: as many as the category with the most has. */
  int points() {
    return posed.keySet().stream().mapToInt(id -> pointsOf(id).size()).max().orElse(0);
  }

  List<String> pointsOf(int category) {
    return skeletons.getOrDefault(category, List.of());
  }
}
