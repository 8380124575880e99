package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labelled images made by hand. */
final class ShownImages {
  static final int WIDTH = 64;
  static final int HEIGHT = 48;

  private ShownImages() {}

  /**
   * A grey image with a car (id 1, all seen) in columns 8 to 23 of rows 8 to 31, whose mask has a
   * hole of 4 x 4 pixels, and a person (id 2, a quarter seen) in columns 40 to 47 of rows 8 to 39.
   */
  static LabelledImage of(long frame, String weather) {
    BufferedImage color = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    BufferedImage normals = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] instances = new int[WIDTH * HEIGHT];
    float[] depths = new float[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        color.setRGB(x, y, 0x808080);
        normals.setRGB(x, y, 0x00ff00);
        boolean hole = x >= 14 && x < 18 && y >= 14 && y < 18;
        if (x >= 8 && x < 24 && y >= 8 && y < 32 && !hole) {
          instances[y * WIDTH + x] = 1;
        } else if (x >= 40 && x < 48 && y >= 8 && y < 40) {
          instances[y * WIDTH + x] = 2;
        }
        depths[y * WIDTH + x] = 1 + x;
      }
    }
    return new LabelledImage(
        LabelledImage.Source.of(frame, "left", Map.of("weather", weather)),
        color,
        List.of(instances),
        depths,
        List.of(
            LabelledImage.Box.of(1, "car", 1, 8, 8, 16, 24),
            LabelledImage.Box.of(2, "<person>", 0.25, 40, 8, 8, 32)),
        List.of(),
        List.of(
            new Mark.Lines(
                Mark.Layer.BBOX_3D,
                1,
                List.of(new double[] {8, 8, 24, 8}, new double[] {8, 8, 8, 32})),
            new Mark.Points(
                Mark.Layer.KEYPOINTS,
                2,
                List.of(
                    new Mark.Point(44, 10, true, "head"), new Mark.Point(44, 38, false, "foot")),
                List.of(new int[] {0, 1})),
            new Mark.Region(
                Mark.Layer.AMODAL_MASK, 2, List.of(new int[] {36, 4, 52, 4, 52, 44, 36, 44}))),
        Map.of("normals", new Picture(normals, Optional.empty())));
  }
}
