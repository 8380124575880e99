package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.diorama.dataset.BlockAverage;

/**
 * Smaller copies of labelled images: colors are averaged, labels are those of one pixel; marks and
 * other pictures are left out.
 */
final class Shrinking {
  private Shrinking() {}

  /** Each block of factor × factor pixels becomes one; what is left over at the edges is cut. */
  static LabelledImage by(int factor, LabelledImage image) {
    BufferedImage color = BlockAverage.shrink(image.color(), factor);
    int width = color.getWidth();
    int height = color.getHeight();
    int[] instances = new int[width * height];
    float[] depths = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int middle = (y * factor + factor / 2) * image.width() + x * factor + factor / 2;
        int source = Math.min(middle, image.instances().length - 1);
        instances[y * width + x] = image.instances()[source];
        depths[y * width + x] = image.depths()[source];
      }
    }
    List<LabelledImage.Box> boxes = image.boxes().stream().map(box -> by(factor, box)).toList();
    return new LabelledImage(
        image.source(), color, instances, depths, boxes, List.of(), List.of(), Map.of());
  }

  private static LabelledImage.Box by(int factor, LabelledImage.Box box) {
    int left = box.left() / factor;
    int top = box.top() / factor;
    int right = (box.left() + box.width() + factor - 1) / factor;
    int bottom = (box.top() + box.height() + factor - 1) / factor;
    return new LabelledImage.Box(
        box.instanceId(), box.name(), box.visibleFraction(), left, top, right - left, bottom - top);
  }
}
