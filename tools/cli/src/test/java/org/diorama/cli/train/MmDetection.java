package org.diorama.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * MMDetection's rules: {@code CocoDataset.parse_data_info} and {@code filter_data}, {@code
 * LoadAnnotations._process_masks} ({@code mmdet/datasets/coco.py}, {@code transforms/loading.py}).
 */
public final class MmDetection {
  private MmDetection() {}

  /** Names of labels 0, 1 …: in the file's order, whatever order classes are given in. */
  public static List<String> labels(Path json, List<String> classes)
      throws IOException, Loaded.Refused {
    List<String> labels = new ArrayList<>();
    for (JsonNode category : new CocoIndex(json).categories.values()) {
      String name = CocoIndex.value(category, "name").asString();
      if (classes.contains(name)) {
        labels.add(name);
      }
    }
    return labels;
  }

  /**
   * @param polyToMask {@code poly2mask} of {@code LoadAnnotations}
   * @param leastSize {@code filter_cfg["min_size"]}, pixels
   */
  public static Loaded load(
      Path json, Path images, List<String> classes, boolean polyToMask, int leastSize)
      throws IOException, Loaded.Refused {
    CocoIndex coco = new CocoIndex(json);
    if (!coco.idsAreUnique) {
      throw new Loaded.Refused("Annotation ids in '" + json + "' are not unique!");
    }
    int trained = 0;
    int objects = 0;
    int dropped = 0;
    for (var image : coco.images.entrySet()) {
      JsonNode info = image.getValue();
      CocoIndex.file(images, info);
      int width = CocoIndex.value(info, "width").asInt();
      int height = CocoIndex.value(info, "height").asInt();
      int here = 0;
      int lost = 0;
      for (JsonNode annotation : coco.annotationsOf.get(image.getKey())) {
        if (annotation.path("iscrowd").asInt(0) == 1) {
          continue;
        }
        boolean kept =
            boxed(annotation, width, height)
                && classes.contains(
                    coco.categories
                        .get(CocoIndex.value(annotation, "category_id").asLong())
                        .path("name")
                        .asString(""))
                && masked(annotation.path("segmentation"), polyToMask);
        here += kept ? 1 : 0;
        lost += kept ? 0 : 1;
      }
      if (Math.min(width, height) >= leastSize) {
        objects += here;
        dropped += lost;
        trained += here > 0 ? 1 : 0;
      } else {
        dropped += here + lost;
      }
    }
    return new Loaded(trained, objects, dropped);
  }

  private static boolean boxed(JsonNode annotation, int width, int height) throws Loaded.Refused {
    JsonNode box = CocoIndex.value(annotation, "bbox");
    double x = box.get(0).asDouble();
    double y = box.get(1).asDouble();
    double w = box.get(2).asDouble();
    double h = box.get(3).asDouble();
    double across = Math.max(0, Math.min(x + w, width) - Math.max(x, 0));
    double down = Math.max(0, Math.min(y + h, height) - Math.max(y, 0));
    double area = CocoIndex.value(annotation, "area").asDouble();
    return across * down != 0 && area > 0 && w >= 1 && h >= 1;
  }

  private static boolean masked(JsonNode segmentation, boolean polyToMask) {
    if (segmentation.isArray()) {
      return CocoIndex.polygons(segmentation) > 0;
    }
    return polyToMask && segmentation.has("counts") && segmentation.has("size");
  }
}
