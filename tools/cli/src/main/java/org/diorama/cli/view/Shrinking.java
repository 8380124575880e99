package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    int[] sources = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int middle = (y * factor + factor / 2) * image.width() + x * factor + factor / 2;
        sources[y * width + x] = Math.min(middle, image.width() * image.height() - 1);
      }
    }
    List<int[]> instances =
        image.instances().stream()
            .map(plane -> IntStream.of(sources).map(source -> plane[source]).toArray())
            .toList();
    float[] depths = new float[image.hasDepths() ? sources.length : 0];
    for (int i = 0; i < depths.length; i++) {
      depths[i] = image.depths()[sources[i]];
    }
    List<LabelledImage.Box> boxes = image.boxes().stream().map(box -> by(factor, box)).toList();
    return new LabelledImage(
        image.source(), color, instances, depths, boxes, List.of(), List.of(), Map.of());
  }

  private static LabelledImage.Box by(int factor, LabelledImage.Box box) {
    double left = Math.floor(box.left() / factor);
    double top = Math.floor(box.top() / factor);
    double right = Math.ceil((box.left() + box.width()) / factor);
    double bottom = Math.ceil((box.top() + box.height()) / factor);
    return new LabelledImage.Box(
        box.instanceId(),
        box.name(),
        box.title(),
        box.visibleFraction(),
        left,
        top,
        right - left,
        bottom - top);
  }
}
