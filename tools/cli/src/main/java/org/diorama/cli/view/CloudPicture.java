package org.diorama.cli.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.dataset.verify.read.PointCloud;

/**
 * Points of a camera's image from above, +X right and +Y up, in the colors of their instances. All
 * but a fiftieth at each side are within the picture, so that a far horizon leaves room for the
 * rest; of points over one another the highest is seen.
 */
final class CloudPicture {
  private static final double LEFT_OUT = 0.02;
  private static final double MARGIN = 0.05;
  private static final int LEGEND_HEIGHT = 22;
  private static final int LEAST_LEGEND = 240;

  private final PointCloud cloud;
  private final int width;
  private final int height;
  private final double left;
  private final double top;
  private final double pixelsPerMeter;

  private CloudPicture(PointCloud cloud, int width, int height) {
    this.cloud = cloud;
    this.width = width;
    this.height = height;
    double[] x = range(0);
    double[] y = range(1);
    double room = 1 - 2 * MARGIN;
    pixelsPerMeter = Math.min(room * width / span(x), room * height / span(y));
    left = (x[0] + x[1]) / 2 - width / 2.0 / pixelsPerMeter;
    top = (y[0] + y[1]) / 2 + height / 2.0 / pixelsPerMeter;
  }

  /**
   * @param cloud positions in the world
   * @param width of the picture in pixels, likewise {@code height}
   */
  static Picture of(PointCloud cloud, int width, int height) {
    if (cloud.count() == 0) {
      return new Picture(
          new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), Optional.empty());
    }
    CloudPicture picture = new CloudPicture(cloud, width, height);
    return new Picture(
        picture.draw(),
        Lettering.problem().isEmpty() ? Optional.of(picture.legend()) : Optional.empty());
  }

  private static double span(double[] range) {
    return Math.max(range[1] - range[0], 1e-2);
  }

  /** Of all but the outermost points. */
  private double[] range(int axis) {
    double[] sorted =
        IntStream.range(0, cloud.count())
            .mapToDouble(point -> cloud.positions()[3 * point + axis])
            .sorted()
            .toArray();
    int out = (int) (LEFT_OUT * sorted.length);
    return new double[] {sorted[out], sorted[sorted.length - 1 - out]};
  }

  private BufferedImage draw() {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double[] highest = new double[width * height];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (int point = 0; point < cloud.count(); point++) {
      int column = (int) Math.floor((cloud.positions()[3 * point] - left) * pixelsPerMeter);
      int row = (int) Math.floor((top - cloud.positions()[3 * point + 1]) * pixelsPerMeter);
      if (column < 0 || column >= width || row < 0 || row >= height) {
        continue;
      }
      double up = cloud.positions()[3 * point + 2];
      if (up > highest[row * width + column]) {
        highest[row * width + column] = up;
        canvas.setRGB(column, row, InstanceColors.of(cloud.instances()[point]).getRGB());
      }
    }
    drawBar(canvas);
    return canvas;
  }

  /** A round length, at most a third of the picture; meters. */
  private double bar() {
    double most = width / 3.0 / pixelsPerMeter;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
  }

  /** In the picture itself, so that it grows with it. */
  private void drawBar(BufferedImage canvas) {
    int row = Math.max(0, height - 2);
    for (int i = 0; i < Math.round(bar() * pixelsPerMeter) && i + 2 < width; i++) {
      canvas.setRGB(2 + i, row, Color.WHITE.getRGB());
    }
  }

  private BufferedImage legend() {
    BufferedImage canvas =
        new BufferedImage(Math.max(LEAST_LEGEND, width), LEGEND_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.setColor(Color.WHITE);
    String length = String.format(Locale.ROOT, bar() >= 1 ? "%.0f m" : "%.3g m", bar());
    graphics.drawString("from above, +Y up; the bar is " + length, 4, LEGEND_HEIGHT - 6);
    graphics.dispose();
    return canvas;
  }
}
