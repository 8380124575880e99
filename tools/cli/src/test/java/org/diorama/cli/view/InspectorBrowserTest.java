package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inspector's page as a browser shows it. */
class InspectorBrowserTest {
  private static final int GREY = 0xff808080;

  @TempDir private Path folder;
  private Path page;

  @BeforeAll
  static void require() throws InterruptedException {
    Browser.require();
  }

  @BeforeEach
  void writePage() throws IOException {
    page = folder.resolve("page.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      InspectorPage written = new InspectorPage(out, OptionalLong.empty());
      written.frame(List.of(Selection.Shown.of("set", ShownImages.of(3, "rain"))));
      written.frame(
          List.of(
              Selection.Shown.of("set", ShownImages.of(4, "dry")),
              Selection.Shown.of("other", ShownImages.of(4, "dry"))));
      written.end();
    }
  }

  private String count(String state) throws IOException, InterruptedException {
    String elements = new Browser(folder).elements(page, state);
    int start = elements.indexOf("id=\"count\">") + "id=\"count\">".length();
    return elements.substring(start, elements.indexOf('<', start));
  }

  @Test
  void filtersKeepWhatTheySay() throws IOException, InterruptedException {
    assertEquals("6 of 6 labels, 2 of 2 frames", count(""));
    assertEquals("3 of 6 labels, 2 of 2 frames", count("categories=car"));
    assertEquals("3 of 6 labels, 2 of 2 frames", count("visible=0-0.5"));
    assertEquals("2 of 6 labels, 1 of 2 frames", count("factor.weather=rain"));
    assertEquals("0 of 6 labels, 2 of 2 frames", count("categories=car&visible=0-0.5"));
    assertEquals(
        "1 of 6 labels, 1 of 2 frames", count("categories=car&visible=0.5-1&factor.weather=rain"));
  }

  @Test
  void howManyThereAreIsSaid() throws IOException, InterruptedException {
    try (OutputStream out = Files.newOutputStream(page)) {
      InspectorPage written = new InspectorPage(out, OptionalLong.of(40));
      written.frame(List.of(Selection.Shown.of("set", ShownImages.of(3, "rain"))));
      written.end();
    }
    assertEquals("2 of 2 labels, 1 of 1 frames, of 40 in the dataset", count(""));
  }

  /** Of another maker's image: no depth, and nobody says how much is visible. */
  @Test
  void whatIsNotThereIsSaid() throws IOException, InterruptedException {
    LabelledImage ours = ShownImages.of(4, "dry");
    List<LabelledImage.Box> boxes =
        List.of(new LabelledImage.Box(1, "car", "car 917", Double.NaN, 8.25, 8, 16, 24));
    LabelledImage foreign =
        new LabelledImage(
            ours.source(),
            ours.color(),
            ours.instances(),
            new float[0],
            boxes,
            List.of(),
            List.of(),
            Map.of());
    try (OutputStream out = Files.newOutputStream(page)) {
      InspectorPage written = new InspectorPage(out, OptionalLong.empty());
      written.frame(
          List.of(Selection.Shown.of("ours", ours), Selection.Shown.of("foreign", foreign)));
      written.end();
    }
    assertEquals("3 of 3 labels, 1 of 1 frames", count(""));
    assertEquals("1 of 3 labels, 1 of 1 frames", count("visible=0-0.5"));
    String elements = new Browser(folder).elements(page, "picture=depth");
    assertEquals(2, elements.split("data-absent=\"no depth here\"", -1).length, "once");
    assertTrue(elements.contains("x=\"8.25\" y=\"8\" width=\"16\""), "a hundredth of a pixel");
  }

  /** Enlarged four times: the place of each image pixel in the picture of the page. */
  private static Color at(BufferedImage picture, int left, int top, double x, double y) {
    return new Color(picture.getRGB(left + (int) (4 * x), top + (int) (4 * y)));
  }

  @Test
  void overlaysLieOnTheirPixels() throws IOException, InterruptedException {
    Browser browser = new Browser(folder);
    BufferedImage plain = browser.picture(page, "overlays=&zoom=400&factor.weather=rain");
    int[] corner = corner(plain);
    BufferedImage masks = browser.picture(page, "overlays=mask&zoom=400&factor.weather=rain");
    int left = corner[0];
    int top = corner[1];
    assertEquals(new Color(GREY), at(plain, left, top, 12.5, 10.5));
    assertEquals(new Color(GREY), at(masks, left, top, 16, 16), "the hole");
    assertEquals(new Color(GREY), at(masks, left, top, 30.5, 20.5), "beside the mask");
    Color own = InstanceColors.of(1);
    Color tinted = at(masks, left, top, 11, 26);
    int expected = Math.round(0.7f * 0x80 + 0.3f * own.getGreen());
    assertTrue(
        Math.abs(tinted.getGreen() - expected) <= 2, tinted + ", green was to be " + expected);
    BufferedImage normals =
        browser.picture(page, "overlays=&picture=normals&zoom=400&factor.weather=rain");
    assertEquals(Color.GREEN, at(normals, left, top, 12.5, 10.5));
  }

  /** The first image's top left corner: the first pixel of its grey. */
  private static int[] corner(BufferedImage picture) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRGB(x, y) == GREY && picture.getRGB(x + 40, y + 40) == GREY) {
          return new int[] {x, y};
        }
      }
    }
    throw new AssertionError("no image on the page");
  }
}
