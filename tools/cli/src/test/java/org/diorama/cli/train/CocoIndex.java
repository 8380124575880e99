package org.diorama.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A COCO file as pycocotools indexes it: what has an id twice is there once. */
final class CocoIndex {
  final Map<Long, JsonNode> images = new LinkedHashMap<>();
  final Map<Long, JsonNode> categories = new LinkedHashMap<>();
  final Map<Long, List<JsonNode>> annotationsOf = new LinkedHashMap<>();
  final boolean idsAreUnique;

  CocoIndex(Path file) throws IOException, Loaded.Refused {
    JsonNode coco = new JsonMapper().readTree(Files.readAllBytes(file));
    for (JsonNode image : coco.get("images")) {
      images.put(number(image, "id"), image);
      annotationsOf.put(number(image, "id"), new ArrayList<>());
    }
    for (JsonNode category : coco.get("categories")) {
      categories.put(number(category, "id"), category);
    }
    Set<Long> ids = new HashSet<>();
    int count = 0;
    for (JsonNode annotation : coco.get("annotations")) {
      List<JsonNode> of = annotationsOf.get(number(annotation, "image_id"));
      if (of == null) {
        throw new Loaded.Refused("no image " + annotation.get("image_id"));
      }
      of.add(annotation);
      ids.add(annotation.path("id").asLong(-1));
      count++;
    }
    idsAreUnique = ids.size() == count;
  }

  private static long number(JsonNode entry, String key) throws Loaded.Refused {
    if (!entry.path(key).isIntegralNumber()) {
      throw new Loaded.Refused("KeyError: '" + key + "' in " + entry);
    }
    return entry.get(key).asLong();
  }

  /** Python's {@code entry[key]}. */
  static JsonNode value(JsonNode entry, String key) throws Loaded.Refused {
    if (!entry.has(key)) {
      throw new Loaded.Refused("KeyError: '" + key + "' in " + entry);
    }
    return entry.get(key);
  }

  /** Polygons with a whole number of corners, three or more. */
  static int polygons(JsonNode segmentation) {
    int count = 0;
    for (JsonNode polygon : segmentation) {
      count += polygon.size() % 2 == 0 && polygon.size() >= 6 ? 1 : 0;
    }
    return count;
  }

  /** The file of an image. */
  static Path file(Path folder, JsonNode image) throws Loaded.Refused {
    Path file = folder.resolve(value(image, "file_name").asString());
    if (!Files.isRegularFile(file)) {
      throw new Loaded.Refused("FileNotFoundError: " + file);
    }
    return file;
  }
}
