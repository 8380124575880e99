package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final int GREY = 0xff808080;

  /** A grey image of 400×300 whose instance 3 fills columns 100–199 of rows 100–179. */
  private static LabelledImage oneBox() {
    int width = 400;
    int height = 300;
    BufferedImage color = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] instances = new int[width * height];
    float[] depths = new float[width * height];
    Arrays.fill(depths, 10);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        color.setRGB(x, y, GREY);
        if (x >= 100 && x < 200 && y >= 100 && y < 180) {
          instances[y * width + x] = 3;
          depths[y * width + x] = 2;
        }
      }
    }
    depths[0] = 0;
    return new LabelledImage(
        LabelledImage.Source.of(7, "", Map.of()),
        color,
        List.of(instances),
        depths,
        List.of(LabelledImage.Box.of(3, "cup", 0.5, 100, 100, 100, 80)),
        List.of(),
        List.of(),
        Map.of());
  }

  @Test
  void theBoxLineLiesOnTheOutermostPixelsOfATightBox() {
    BufferedImage canvas = Overlay.draw(oneBox(), 1, NameStyle.FULL);
    int line = InstanceColors.of(3).getRGB();
    assertEquals(line, canvas.getRGB(100, 150));
    assertEquals(line, canvas.getRGB(199, 150));
    assertEquals(line, canvas.getRGB(150, 179));
    assertEquals(GREY, canvas.getRGB(99, 150));
    assertEquals(GREY, canvas.getRGB(200, 150));
    assertEquals(GREY, canvas.getRGB(150, 180));
  }

  @Test
  void theMaskTintsItsPixelsAndNoOthers() {
    BufferedImage canvas = Overlay.draw(oneBox(), 2, NameStyle.FULL);
    assertNotEquals(GREY, canvas.getRGB(2 * 150, 2 * 150));
    assertNotEquals(InstanceColors.of(3).getRGB(), canvas.getRGB(2 * 150, 2 * 150));
    assertEquals(GREY, canvas.getRGB(2 * 300, 2 * 150));
    assertEquals(800, canvas.getWidth());
  }

  @Test
  void theNameStandsAboveItsBox() {
    BufferedImage canvas = Overlay.draw(oneBox(), 1, NameStyle.FULL);
    int dark = 0;
    for (int y = 84; y < 100; y++) {
      for (int x = 100; x < 150; x++) {
        dark += (canvas.getRGB(x, y) & 0xffffff) == 0 ? 1 : 0;
      }
    }
    assertTrue(dark > 5, dark + " black pixels of text");
  }

  /** Filled points are seen, open ones hidden; lines lie where their coordinates say. */
  @Test
  void marksLieOnTheirPixels() {
    BufferedImage plain = Overlay.draw(ShownImages.of(1, "dry").with(Set.of()), 4, NameStyle.FULL);
    BufferedImage marked =
        Overlay.draw(
            ShownImages.of(1, "dry").with(Set.of(Mark.Layer.KEYPOINTS)), 4, NameStyle.FULL);
    int own = InstanceColors.of(2).getRGB();
    assertEquals(own, marked.getRGB(4 * 44, 4 * 10), "the middle of a point that is seen");
    assertEquals(own, marked.getRGB(4 * 44, 4 * 24), "the bone");
    assertNotEquals(own, marked.getRGB(4 * 44 + 2, 4 * 38 + 1), "a hidden point is a ring");
    assertEquals(plain.getRGB(4 * 20, 4 * 20), marked.getRGB(4 * 20, 4 * 20));
  }

  /** Of an image that is shrunk, marks and stuff lie where they lie in the whole. */
  @Test
  void aSheetHasTheOverlaysAskedFor() {
    LabelledImage large = oneBox();
    LabelledImage marked =
        new LabelledImage(
            large.source(),
            large.color(),
            large.instances(),
            large.depths(),
            large.boxes(),
            List.of(
                new LabelledImage.Stuff(
                    9, "sky", List.of(new int[] {240, 20, 380, 20, 380, 60, 240, 60}))),
            List.of(
                new Mark.Lines(Mark.Layer.BBOX_3D, 3, List.of(new double[] {220, 240, 380, 240}))),
            Map.of());
    BufferedImage without = Overlay.drawSmall(marked.with(Set.of()), 100, NameStyle.SPARSE);
    BufferedImage lines =
        Overlay.drawSmall(marked.with(Set.of(Mark.Layer.BBOX_3D)), 100, NameStyle.SPARSE);
    BufferedImage stuff =
        Overlay.drawSmall(marked.with(Set.of(Mark.Layer.STUFF)), 100, NameStyle.SPARSE);
    assertEquals(100, without.getWidth());
    assertEquals(GREY, without.getRGB(75, 60));
    assertEquals(InstanceColors.of(3).getRGB(), lines.getRGB(75, 60));
    assertEquals(GREY, lines.getRGB(50, 60), "left of the line");
    assertEquals(GREY, lines.getRGB(92, 13), "stuff was not asked for");
    assertNotEquals(GREY, stuff.getRGB(92, 13));
    assertEquals(GREY, stuff.getRGB(75, 60));
  }

  @Test
  void flowColorsTellDirectionAndLength() {
    BufferedImage image = FlowColors.of(new float[] {0, 0, 10, 0, 0, 10, -10, 0}, 2).image();
    assertEquals(0xffffffff, image.getRGB(0, 0), "what stands still is white");
    assertEquals(Color.RED.getRGB(), image.getRGB(1, 0), "to the right is red");
    Color down = new Color(image.getRGB(0, 1));
    assertTrue(down.getGreen() > 200 && down.getBlue() < 60, down.toString());
    assertEquals(Color.CYAN.getRGB(), image.getRGB(1, 1), "to the left is the opposite");
    assertEquals(Color.RED.getRGB(), FlowColors.color(1, -1e-9), "a hair upwards is still right");
  }

  @Test
  void unitVectorsAreHalvedIntoColors() {
    BufferedImage image =
        PlaneColors.ofUnitVectors(new float[] {1, 0, 0, 0, 0, -1, 0, 0, 0}, 3).image();
    assertEquals(0xffff8080, image.getRGB(0, 0));
    assertEquals(0xff808000, image.getRGB(1, 0));
    assertEquals(0xff000000, image.getRGB(2, 0));
  }

  @Test
  void neighboringInstancesDifferInColor() {
    for (int id = 1; id < 50; id++) {
      float[] one = hsb(InstanceColors.of(id));
      float[] next = hsb(InstanceColors.of(id + 1));
      double apart = Math.abs(one[0] - next[0]);
      assertTrue(Math.min(apart, 1 - apart) > 0.3, "hues of " + id + " and its successor");
    }
  }

  private static float[] hsb(Color color) {
    return Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
  }

  @Test
  void depthRunsFromRedToBlueAndNothingIsBlack() {
    BufferedImage canvas = DepthColors.of(oneBox()).image();
    Color near = new Color(canvas.getRGB(150, 150));
    Color far = new Color(canvas.getRGB(300, 150));
    assertTrue(near.getRed() > 200 && near.getBlue() < 80, near.toString());
    assertTrue(far.getBlue() > 120 && far.getRed() < 80, far.toString());
    assertEquals(0xff000000, canvas.getRGB(0, 0));
  }

  @Test
  void depthPositionsAreLogarithmic() {
    assertEquals(0, DepthColors.position(1, 1, 100), 1e-12);
    assertEquals(0.5, DepthColors.position(10, 1, 100), 1e-12);
    assertEquals(1, DepthColors.position(100, 1, 100), 1e-12);
    assertEquals(0, DepthColors.position(5, 5, 5));
  }

  @Test
  void namesStayOnTheCanvasAndOffOneAnother() {
    NamePlates plates = new NamePlates(300, 200, 5);
    List<Rectangle> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Rectangle plate = plates.place(280, 0, 60, 15).orElseThrow();
      assertTrue(new Rectangle(0, 0, 300, 200).contains(plate), plate.toString());
      placed.forEach(other -> assertFalse(other.intersects(plate), plate + " over " + other));
      placed.add(plate);
    }
    assertTrue(plates.place(280, 0, 60, 15).isEmpty(), "a name too far from its box");
  }

  @Test
  void aSpeckHasNoNameOnASheet() {
    BufferedImage named = Overlay.draw(oneBox(), 1, new NameStyle(12, 100, 8));
    BufferedImage nameless = Overlay.draw(oneBox(), 1, new NameStyle(12, 101, 8));
    assertNotEquals(GREY, named.getRGB(101, 90));
    assertEquals(GREY, nameless.getRGB(101, 90));
  }

  @Test
  void aSmallerCopyKeepsMeansAndLabels() {
    LabelledImage small = Shrinking.by(4, oneBox());
    assertEquals(100, small.width());
    assertEquals(75, small.height());
    assertEquals(GREY, small.color().getRGB(50, 40));
    assertEquals(3, small.instances().get(0)[30 * 100 + 30]);
    assertEquals(0, small.instances().get(0)[30 * 100 + 60]);
    assertEquals(2, small.depths()[30 * 100 + 30]);
    assertEquals(LabelledImage.Box.of(3, "cup", 0.5, 25, 25, 25, 20), small.boxes().get(0));
  }

  @Test
  void aSheetHoldsFourCellsARow() {
    BufferedImage one = Views.sheet(shown(List.of(oneBox())), 1);
    BufferedImage five =
        Views.sheet(shown(List.of(oneBox(), oneBox(), oneBox(), oneBox(), oneBox())), 1);
    assertTrue(five.getWidth() > 3.9 * one.getWidth(), five.getWidth() + "");
    assertTrue(five.getWidth() < 4.1 * one.getWidth(), five.getWidth() + "");
    assertTrue(five.getHeight() > 2 * (one.getHeight() - 10), five.getHeight() + "");
  }

  @Test
  void theImagesOfARigStayInOneRow() {
    int cell = Views.sheet(shown(List.of(oneBox())), 1).getWidth();
    List<LabelledImage> six = Collections.nCopies(6, oneBox());
    for (int cameras : new int[] {2, 3, 6}) {
      int columns = cameras == 2 ? 4 : cameras;
      double width = Views.sheet(shown(six), cameras).getWidth();
      assertEquals(columns, Math.round(width / cell), cameras + " cameras");
    }
  }

  /** A rig's images may differ in size. */
  @Test
  void aFrameShowsAllCameras() {
    LabelledImage large = oneBox();
    LabelledImage small = Shrinking.by(3, large);
    BufferedImage both = Views.frame(shown(List.of(large, small)));
    BufferedImage one = Views.frame(shown(List.of(large)));
    BufferedImage other = Views.frame(shown(List.of(small)));
    // The gap of 6 pixels above the second row is the one below the first.
    assertEquals(one.getHeight() + other.getHeight() - 6, both.getHeight());
    assertEquals(Math.max(one.getWidth(), other.getWidth()), both.getWidth());
  }

  @Test
  void aFrameStandsBesideItsDepth() {
    BufferedImage view = Views.frame(shown(List.of(oneBox())));
    assertTrue(view.getWidth() >= 2 * 800, view.getWidth() + "");
  }

  private static List<Selection.Shown> shown(List<LabelledImage> images) {
    return images.stream().map(image -> Selection.Shown.of("set", image)).toList();
  }
}
