package org.diorama.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * detectron2's rules: {@code load_coco_json}, the filter of images with crowds alone, and {@code
 * annotations_to_instances} ({@code data/datasets/coco.py}, {@code data/detection_utils.py}).
 */
public final class Detectron2 {
  private Detectron2() {}

  /**
   * @param maskFormat {@code INPUT.MASK_FORMAT}
   * @param keypointNames of the metadata; empty where none are set
   */
  public static Loaded load(Path json, Path images, String maskFormat, List<String> keypointNames)
      throws IOException, Loaded.Refused {
    CocoIndex coco = new CocoIndex(json);
    if (!coco.idsAreUnique) {
      throw new Loaded.Refused("Annotation ids in '" + json + "' are not unique!");
    }
    int trained = 0;
    int objects = 0;
    int dropped = 0;
    for (var image : coco.images.entrySet()) {
      CocoIndex.file(images, image.getValue());
      CocoIndex.value(image.getValue(), "height");
      CocoIndex.value(image.getValue(), "width");
      int here = 0;
      for (JsonNode annotation : coco.annotationsOf.get(image.getKey())) {
        if (annotation.path("ignore").asInt(0) != 0) {
          throw new Loaded.Refused("\"ignore\" in COCO json file is not supported.");
        }
        if (CocoIndex.value(annotation, "bbox").size() != 4
            || !coco.categories.containsKey(CocoIndex.value(annotation, "category_id").asLong())) {
          throw new Loaded.Refused("KeyError in " + annotation);
        }
        JsonNode segmentation = annotation.path("segmentation");
        if (segmentation.isArray()
            && !segmentation.isEmpty()
            && CocoIndex.polygons(segmentation) == 0) {
          dropped++;
          continue;
        }
        if (annotation.path("iscrowd").asInt(0) == 0) {
          mask(segmentation, maskFormat);
          points(annotation, keypointNames);
          here++;
        }
      }
      objects += here;
      trained += here > 0 ? 1 : 0;
    }
    return new Loaded(trained, objects, dropped);
  }

  private static void mask(JsonNode segmentation, String format) throws Loaded.Refused {
    if (format.equals("polygon") && !segmentation.isArray()) {
      throw new Loaded.Refused("Failed to use mask_format=='polygon' from the given annotations!");
    }
    if (!segmentation.isArray() && !segmentation.isObject()) {
      throw new Loaded.Refused("Cannot convert segmentation to BitMasks!");
    }
  }

  /** Instances of an image stand in one tensor, mirrored by the names of the metadata. */
  private static void points(JsonNode annotation, List<String> names) throws Loaded.Refused {
    JsonNode keypoints = annotation.path("keypoints");
    if (!keypoints.isMissingNode() && keypoints.size() != 3 * names.size()) {
      throw new Loaded.Refused(
          "Keypoint data has %d points, but metadata contains %d points!"
              .formatted(keypoints.size() / 3, names.size()));
    }
  }
}
