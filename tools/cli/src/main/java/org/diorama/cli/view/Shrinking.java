package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.List;

/** Smaller copies of labelled images: colors are averaged, labels are those of one pixel. */
final class Shrinking {
  private Shrinking() {}

  /** Each block of factor × factor pixels becomes one; what is left over at the edges is cut. */
  static LabelledImage by(int factor, LabelledImage image) {
    int width = Math.max(1, image.width() / factor);
    int height = Math.max(1, image.height() / factor);
    BufferedImage color = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] instances = new int[width * height];
    float[] depths = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        color.setRGB(x, y, mean(image.color(), x * factor, y * factor, factor));
        int middle = (y * factor + factor / 2) * image.width() + x * factor + factor / 2;
        int source = Math.min(middle, image.instances().length - 1);
        instances[y * width + x] = image.instances()[source];
        depths[y * width + x] = image.depths()[source];
      }
    }
    List<LabelledImage.Box> boxes = image.boxes().stream().map(box -> by(factor, box)).toList();
    return new LabelledImage(image.title(), color, instances, depths, boxes);
  }

  private static LabelledImage.Box by(int factor, LabelledImage.Box box) {
    int left = box.left() / factor;
    int top = box.top() / factor;
    int right = (box.left() + box.width() + factor - 1) / factor;
    int bottom = (box.top() + box.height() + factor - 1) / factor;
    return new LabelledImage.Box(
        box.instanceId(), box.name(), left, top, right - left, bottom - top);
  }

  private static int mean(BufferedImage image, int left, int top, int factor) {
    int right = Math.min(image.getWidth(), left + factor);
    int bottom = Math.min(image.getHeight(), top + factor);
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = image.getRGB(x, y);
        red += rgb >> 16 & 0xff;
        green += rgb >> 8 & 0xff;
        blue += rgb & 0xff;
      }
    }
    int count = (right - left) * (bottom - top);
    return red / count << 16 | green / count << 8 | blue / count;
  }
}
