package org.diorama.testkit;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;

/** Planes as Java images. */
public final class RenderedImages {
  private RenderedImages() {}

  /** The color plane without its fourth byte. */
  public static BufferedImage color(RenderedView view) {
    BufferedImage image =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
    ByteBuffer plane = view.plane(Channel.COLOR);
    for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
      int red = plane.get(4 * pixel) & 0xff;
      int green = plane.get(4 * pixel + 1) & 0xff;
      int blue = plane.get(4 * pixel + 2) & 0xff;
      image.setRGB(pixel % view.width(), pixel / view.width(), red << 16 | green << 8 | blue);
    }
    return image;
  }

  /** Linear red, green and blue of the middle pixel of an image of odd sides. */
  public static double[] middle(RenderedView view) {
    ByteBuffer plane = view.plane(Channel.COLOR);
    int middle = plane.remaining() / 4 / 2;
    double[] result = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      result[channel] = FurnaceContract.linear(plane.get(4 * middle + channel) & 0xff);
    }
    return result;
  }
}
