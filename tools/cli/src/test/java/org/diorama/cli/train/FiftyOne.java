package org.diorama.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * FiftyOne's rules: {@code COCODetectionDatasetImporter} with detections and segmentations ({@code
 * fiftyone/utils/coco.py}).
 */
public final class FiftyOne {
  private FiftyOne() {}

  /** Objects with masks; images are told apart by their file names. */
  public static Loaded load(Path dataPath, Path labelsPath) throws IOException, Loaded.Refused {
    CocoIndex coco = new CocoIndex(labelsPath);
    Set<String> names = new HashSet<>();
    int objects = 0;
    int dropped = 0;
    for (var image : coco.images.entrySet()) {
      JsonNode entry = image.getValue();
      CocoIndex.file(dataPath, entry);
      if (!names.add(entry.get("file_name").asString())) {
        throw new Loaded.Refused("one name for two images: " + entry.get("file_name"));
      }
      CocoIndex.value(entry, "width");
      CocoIndex.value(entry, "height");
      for (JsonNode annotation : coco.annotationsOf.get(image.getKey())) {
        JsonNode box = CocoIndex.value(annotation, "bbox");
        JsonNode segmentation = annotation.path("segmentation");
        boolean masked =
            segmentation.isArray() ? !segmentation.isEmpty() : segmentation.has("counts");
        boolean cropped =
            Math.round(box.get(2).asDouble()) > 0 && Math.round(box.get(3).asDouble()) > 0;
        objects += masked && cropped ? 1 : 0;
        dropped += masked && cropped ? 0 : 1;
        if (!coco.categories.containsKey(CocoIndex.value(annotation, "category_id").asLong())) {
          throw new Loaded.Refused("no class " + annotation.get("category_id"));
        }
      }
    }
    return new Loaded(coco.images.size(), objects, dropped);
  }
}
