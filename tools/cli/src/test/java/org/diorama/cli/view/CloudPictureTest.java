package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.diorama.dataset.verify.read.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points from above: closed forms of where they are and how long the bar is. */
class CloudPictureTest {
  private static final int BLACK = 0xff000000;

  private static PointCloud cloud(double[] positions, int... instances) {
    return new PointCloud(
        positions, new byte[positions.length], instances, new int[instances.length]);
  }

  private static int color(int instance) {
    return InstanceColors.of(instance).getRGB();
  }

  /** 10 m by 10 m in 90 of 100 pixels: 9 pixels a meter around the middle. */
  @Test
  void rightIsXAndUpIsY() {
    PointCloud square =
        cloud(new double[] {-5, -5, 0, 5, -5, 0, -5, 5, 0, 5, 5, 0, 1.05, 2.05, 0}, 1, 2, 3, 4, 5);
    BufferedImage image = CloudPicture.of(square, 100, 100).image();
    assertEquals(color(5), image.getRGB(50 + 9, 50 - 19));
    int seen = 0;
    for (int i = 0; i < 100 * 100; i++) {
      seen += image.getRGB(i % 100, i / 100) != BLACK ? 1 : 0;
    }
    assertEquals(5 + white(image), seen);
    assertTrue(isNear(image, 5, 95, 1) && isNear(image, 95, 95, 2));
    assertTrue(isNear(image, 5, 5, 3) && isNear(image, 95, 5, 4));
  }

  /** On the edge between two pixels either may have it. */
  private static boolean isNear(BufferedImage image, int column, int row, int instance) {
    for (int x = column - 1; x <= column; x++) {
      for (int y = row - 1; y <= row; y++) {
        if (image.getRGB(x, y) == color(instance)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theHighestIsSeenWhateverTheOrder() {
    for (int first = 0; first < 2; first++) {
      PointCloud two =
          cloud(new double[] {0, 0, first, 0, 0, 1 - first, 4, 4, 0, -4, -4, 0}, 7, 8, 1, 1);
      BufferedImage image = CloudPicture.of(two, 81, 81).image();
      assertEquals(color(first == 1 ? 7 : 8), image.getRGB(40, 40));
    }
  }

  /** A point at the horizon does not shrink the rest to a speck. */
  @Test
  void theOutermostPointsLeaveRoom() {
    double[] positions = new double[3 * 101];
    int[] instances = new int[101];
    for (int i = 0; i < 100; i++) {
      positions[3 * i] = i % 10;
      positions[3 * i + 1] = i / 10;
      instances[i] = 1;
    }
    positions[300] = 1e4;
    positions[301] = 1e4;
    instances[100] = 2;
    BufferedImage image = CloudPicture.of(cloud(positions, instances), 100, 100).image();
    int seen = 0;
    for (int i = 0; i < 100 * 100; i++) {
      assertTrue(image.getRGB(i % 100, i / 100) != color(2));
      seen += image.getRGB(i % 100, i / 100) == color(1) ? 1 : 0;
    }
    assertEquals(100, seen);
  }

  /** 4 m in 90 pixels: a third of the picture holds 1 m, which is as long in the picture. */
  @Test
  void theBarIsARoundLength() {
    PointCloud two = cloud(new double[] {0, 0, 0, 4, 4, 0}, 1, 1);
    Picture picture = CloudPicture.of(two, 100, 100);
    assertTrue(picture.legend().isPresent());
    assertEquals(Math.round(90 / 4.0), white(picture.image()));
    PointCloud small = cloud(new double[] {0, 0, 0, 0.07, 0.07, 0}, 1, 1);
    assertEquals(Math.round(0.02 * 90 / 0.07), white(CloudPicture.of(small, 100, 100).image()));
    PointCloud large = cloud(new double[] {0, 0, 0, 180, 180, 0}, 1, 1);
    assertEquals(Math.round(50 * 90 / 180.0), white(CloudPicture.of(large, 100, 100).image()));
  }

  /** A picture of a row, of a column or of a pixel has as much of the bar as fits. */
  @ParameterizedTest
  @CsvSource({"67, 1, true", "1, 67, false", "2, 2, false", "1, 1, false"})
  void theBarFitsPicturesOfARow(int width, int height, boolean isSeen) {
    PointCloud two = cloud(new double[] {0, 0, 0, 4, 4, 0}, 1, 1);
    BufferedImage image = CloudPicture.of(two, width, height).image();
    boolean white = false;
    for (int i = 0; i < width * height; i++) {
      white |= image.getRGB(i % width, i / width) == Color.WHITE.getRGB();
    }
    assertEquals(isSeen, white);
  }

  private static int white(BufferedImage image) {
    int white = 0;
    for (int i = 0; i < 100 * 100; i++) {
      white += image.getRGB(i % 100, i / 100) == 0xffffffff ? 1 : 0;
    }
    return white;
  }

  @Test
  void nothingAndASinglePointHavePicturesToo() {
    Picture none = CloudPicture.of(cloud(new double[0]), 20, 10);
    assertTrue(none.legend().isEmpty());
    assertEquals(BLACK, none.image().getRGB(10, 5));
    Picture one = CloudPicture.of(cloud(new double[] {3, 4, 5}, 6), 20, 10);
    assertTrue(isNear(one.image(), 10, 5, 6));
  }
}
