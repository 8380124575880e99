package org.diorama.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/**
 * torchvision's rules: {@code CocoDetection} with {@code wrap_dataset_for_transforms_v2} and masks
 * among the keys ({@code tv_tensors/_dataset_wrapper.py}).
 */
public final class Torchvision {
  private Torchvision() {}

  /**
   * @param oldRelease whether every object goes to {@code frPyObjects}, as up to 0.27
   */
  public static Loaded load(Path json, Path images, boolean oldRelease)
      throws IOException, Loaded.Refused {
    CocoIndex coco = new CocoIndex(json);
    int trained = 0;
    int objects = 0;
    for (var image : coco.images.entrySet()) {
      var pixels = ImageIO.read(CocoIndex.file(images, image.getValue()).toFile());
      for (JsonNode annotation : coco.annotationsOf.get(image.getKey())) {
        if (CocoIndex.value(annotation, "bbox").size() != 4) {
          throw new Loaded.Refused("a box of " + annotation.get("bbox"));
        }
        CocoIndex.value(annotation, "category_id");
        mask(
            CocoIndex.value(annotation, "segmentation"),
            pixels.getWidth(),
            pixels.getHeight(),
            oldRelease);
        objects++;
      }
      trained += coco.annotationsOf.get(image.getKey()).isEmpty() ? 0 : 1;
    }
    return new Loaded(trained, objects, 0);
  }

  private static void mask(JsonNode segmentation, int width, int height, boolean oldRelease)
      throws Loaded.Refused {
    if (segmentation.isArray()) {
      for (JsonNode polygon : segmentation) {
        if (polygon.size() < 6) {
          throw new Loaded.Refused(
              polygon.size() == 4 ? "four numbers are read as a box" : "no polygon: " + polygon);
        }
      }
      if (segmentation.isEmpty()) {
        throw new Loaded.Refused("IndexError: list index out of range");
      }
      return;
    }
    JsonNode size = CocoIndex.value(segmentation, "size");
    if (size.get(0).asInt() != height || size.get(1).asInt() != width) {
      throw new Loaded.Refused("stack expects each tensor to be equal size");
    }
    if (oldRelease && !CocoIndex.value(segmentation, "counts").isArray()) {
      throw new Loaded.Refused("frPyObjects refuses compressed run lengths");
    }
  }
}
