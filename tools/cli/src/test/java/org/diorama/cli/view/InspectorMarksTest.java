package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a browser draws of 3D boxes, skeletons, axes and flow, pixel by pixel, four times as large.
 */
class InspectorMarksTest {
  private static final int ZOOM = 4;
  private static final int GREY = 0x808080;

  /** Of the rim of the wheel: right, down, left, up. */
  private static final float[][] WAYS = {{2, 0}, {0, 2}, {-2, 0}, {0, -2}};

  @TempDir private Path folder;
  private Picture flow;
  private BufferedImage plain;
  private int left;
  private int top;

  @BeforeAll
  static void require() throws InterruptedException {
    Browser.require();
  }

  /** The car's box, the person's skeleton, axes of the car, and flow in four quarters. */
  @BeforeEach
  void writePage() throws Exception {
    flow = FlowColors.of(quarters(), ShownImages.WIDTH);
    LabelledImage made = ShownImages.of(3, "rain");
    Mark axes =
        new Mark.Axes(
            Mark.Layer.POSE,
            1,
            List.of(
                new double[] {28, 24, 36, 24},
                new double[] {28, 24, 28, 34},
                new double[] {28, 24, 28, 14}));
    LabelledImage image =
        new LabelledImage(
            made.source(),
            made.color(),
            made.instances(),
            made.depths(),
            made.boxes(),
            made.stuff(),
            Stream.concat(made.marks().stream(), Stream.of(axes)).toList(),
            Map.of("flow", flow));
    try (OutputStream out = Files.newOutputStream(folder.resolve("page.html"))) {
      InspectorPage written = new InspectorPage(out, OptionalLong.empty());
      written.frame(List.of(Selection.Shown.of("set", image)));
      written.end();
    }
    plain = picture("overlays=");
    findCorner();
  }

  private static float[] quarters() {
    float[] flow = new float[2 * ShownImages.WIDTH * ShownImages.HEIGHT];
    for (int i = 0; i < flow.length / 2; i++) {
      boolean right = i % ShownImages.WIDTH >= ShownImages.WIDTH / 2;
      boolean down = i / ShownImages.WIDTH >= ShownImages.HEIGHT / 2;
      float[] way = WAYS[(right ? 1 : 0) + (down ? 2 : 0)];
      flow[2 * i] = way[0];
      flow[2 * i + 1] = way[1];
    }
    return flow;
  }

  private BufferedImage picture(String state) throws IOException, InterruptedException {
    return new Browser(folder).picture(folder.resolve("page.html"), state + "&zoom=400");
  }

  private void findCorner() {
    for (top = 0; top < plain.getHeight(); top++) {
      for (left = 0; left < plain.getWidth() - 40; left++) {
        if ((plain.getRGB(left, top) & 0xffffff) == GREY
            && (plain.getRGB(left + 40, top + 40) & 0xffffff) == GREY) {
          return;
        }
      }
    }
    throw new AssertionError("no image on the page");
  }

  /** Of a place of the image, of which a whole number is the edge between two pixels. */
  private int at(BufferedImage picture, double x, double y) {
    return picture.getRGB(left + (int) (ZOOM * x), top + (int) (ZOOM * y)) & 0xffffff;
  }

  private void assertColor(int expected, BufferedImage picture, double x, double y, String what) {
    int is = at(picture, x, y);
    assertEquals("%06x".formatted(expected), "%06x".formatted(is), what + " at " + x + ", " + y);
  }

  /** A line of one color covers the better part of a pixel on it, and nothing a pixel beside. */
  private void assertLine(Color color, BufferedImage picture, double x, double y, boolean upright) {
    int is = at(picture, x, y);
    Color drawn = new Color(is);
    double share =
        Math.abs(color.getRed() - 0x80) > 40
            ? (drawn.getRed() - 128.0) / (color.getRed() - 128.0)
            : (drawn.getGreen() - 128.0) / (color.getGreen() - 128.0);
    assertTrue(share > 0.5 && share < 1.05, "%06x at %s, %s of %s".formatted(is, x, y, color));
    assertColor(GREY, picture, upright ? x + 1 : x, upright ? y : y + 1, "beside the line");
    assertColor(GREY, picture, upright ? x - 1 : x, upright ? y : y - 1, "beside the line");
  }

  @Test
  void edgesOfBoxes() throws IOException, InterruptedException {
    BufferedImage boxes = picture("overlays=bbox_3d");
    Color car = InstanceColors.of(1);
    assertLine(car, boxes, 12, 8, false);
    assertLine(car, boxes, 20, 8, false);
    assertLine(car, boxes, 8, 12, true);
    assertLine(car, boxes, 8, 28, true);
    assertColor(GREY, boxes, 24, 20, "where the box has no edge");
    assertColor(GREY, boxes, 16, 20, "within the box");
  }

  @Test
  void pointsAndBones() throws IOException, InterruptedException {
    BufferedImage points = picture("overlays=keypoints");
    Color person = InstanceColors.of(2);
    int own = person.getRGB() & 0xffffff;
    assertColor(own, points, 44, 10.5, "a point that is seen");
    assertColor(own, points, 45.5, 9, "all of it");
    assertColor(GREY, points, 45.5, 38, "a hidden point has nothing within");
    assertLine(person, points, 44, 20, true);
    assertLine(person, points, 44, 30, true);
    assertColor(GREY, points, 16, 20, "no point of the car");
    int ring = at(points, 47, 38);
    assertTrue(ring != GREY, "a hidden point has a rim");
  }

  /** They are told by their colors, so that lines of two pixels have them whole. */
  @Test
  void axesAreRedGreenAndBlue() throws IOException, InterruptedException {
    BufferedImage poses = picture("overlays=pose");
    assertColor(0xff5050, poses, 33, 24, "x");
    assertColor(0xff5050, poses, 33, 23.75, "x, on either side");
    assertColor(0x50e050, poses, 28, 30, "y");
    assertColor(0x50e050, poses, 27.75, 30, "y, on either side");
    assertColor(0x5090ff, poses, 28, 18, "z");
    assertColor(GREY, poses, 33, 25, "beside x");
  }

  /** A direction has the color that the wheel below the image has in that direction. */
  @Test
  void flowAndItsWheel() throws IOException, InterruptedException {
    BufferedImage shown = picture("overlays=&picture=flow");
    double[][] places = {{10, 10}, {50, 10}, {10, 40}, {50, 40}};
    int[] colors = {0xff0000, 0x80ff00, 0x00ffff, 0x8000ff};
    for (int i = 0; i < WAYS.length; i++) {
      int is = at(shown, places[i][0], places[i][1]);
      for (int shift : new int[] {0, 8, 16}) {
        int difference = (is >> shift & 255) - (colors[i] >> shift & 255);
        assertTrue(Math.abs(difference) <= 2, "%06x, due %06x".formatted(is, colors[i]));
      }
    }
    assumeTrue(flow.legend().isPresent(), "no font to write the wheel's length with");
    // Below the image, two pixels further.
    int middleX = left + 32;
    int middleY = top + ZOOM * ShownImages.HEIGHT + 2 + 32;
    for (int i = 0; i < WAYS.length; i++) {
      int wheel =
          shown.getRGB(middleX + (int) (14.75 * WAYS[i][0]), middleY + (int) (14.75 * WAYS[i][1]));
      int image = at(shown, places[i][0], places[i][1]);
      for (int shift : new int[] {0, 8, 16}) {
        int difference = (wheel >> shift & 255) - (image >> shift & 255);
        assertTrue(Math.abs(difference) <= 40, "%06x, the image %06x".formatted(wheel, image));
      }
    }
    assertTrue((shown.getRGB(middleX, middleY) & 0xff) > 230, "what stands still is white");
    assertEquals(plain.getRGB(left - 4, top + 4), plain.getRGB(middleX, middleY), "of flow alone");
  }
}
