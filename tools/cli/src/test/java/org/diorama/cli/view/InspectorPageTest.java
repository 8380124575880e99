package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InspectorPageTest {
  private static String page(LabelledImage... images) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InspectorPage page = new InspectorPage(out, OptionalLong.empty());
    for (LabelledImage image : images) {
      page.frame(List.of(Selection.Shown.of("set & more", image)));
    }
    page.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void everythingIsInTheFile() throws IOException {
    String page = page(ShownImages.of(3, "rain"), ShownImages.of(4, "dry"));
    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]{0,30})").matcher(page);
    while (links.find()) {
      assertTrue(links.group(1).startsWith("data:image/png;base64,"), links.group(1));
    }
    assertFalse(page.contains("http"), "no address");
    assertTrue(page.startsWith("<!doctype html>") && page.strip().endsWith("</html>"));
    assertEquals(2, count(page, "<section class=\"frame\""));
    assertEquals(6, count(page, "<img data-picture="), "image, depth, normals each");
  }

  @Test
  void namesCannotBecomeMarkup() throws IOException {
    String page = page(ShownImages.of(3, "\"><script>"));
    assertEquals(1, count(page, "<script>"), "the page's own");
    assertFalse(page.contains("<person>"));
    assertTrue(page.contains("data-category=\"&lt;person&gt;\""));
    assertTrue(page.contains("set &amp; more"));
  }

  /** Filled by the even-odd rule, each path covers the centers of its instance's pixels alone. */
  @Test
  void masksAreExact() throws IOException {
    LabelledImage image = ShownImages.of(3, "rain");
    Matcher path =
        Pattern.compile("data-instance=\"(\\d)\".*data-layer=\"mask\"><path d=\"([^\"]*)\"")
            .matcher(page(image));
    for (int mask = 0; mask < 2; mask++) {
      assertTrue(path.find());
      int id = Integer.parseInt(path.group(1));
      Path2D outline = outline(path.group(2));
      for (int i = 0; i < image.instances().get(0).length; i++) {
        double x = i % ShownImages.WIDTH + 0.5;
        double y = i / ShownImages.WIDTH + 0.5;
        assertEquals(image.instances().get(0)[i] == id, outline.contains(x, y), x + ", " + y);
      }
    }
  }

  /** Of a path of M, h, v and z. */
  private static Path2D outline(String text) {
    Path2D outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    Matcher step = Pattern.compile("M(\\d+) (\\d+)|h(-?\\d+)|v(-?\\d+)|z").matcher(text);
    while (step.find()) {
      if (step.group(1) != null) {
        outline.moveTo(Integer.parseInt(step.group(1)), Integer.parseInt(step.group(2)));
      } else if (step.group().equals("z")) {
        outline.closePath();
      } else {
        int right = step.group(3) == null ? 0 : Integer.parseInt(step.group(3));
        int down = step.group(4) == null ? 0 : Integer.parseInt(step.group(4));
        Point2D at = outline.getCurrentPoint();
        outline.lineTo(at.getX() + right, at.getY() + down);
      }
    }
    return outline;
  }

  @Test
  void marksStandInTheirLayers() throws IOException {
    String page = page(ShownImages.of(3, "rain"));
    assertTrue(page.contains("data-layer=\"bbox_3d\"><polyline points=\"8,8 24,8\"/>"), page);
    assertTrue(page.contains("<circle class=\"seen\" cx=\"44\" cy=\"10\" r=\"3\"><title>head<"));
    assertTrue(page.contains("<circle class=\"hidden\""));
    assertTrue(page.contains("data-layer=\"amodal_mask\"><path d=\"M36 4h16v40h-16z\"/>"));
  }

  @Test
  void filteredLabelsTakeTheirMarksAlong() throws IOException {
    LabelledImage image = ShownImages.of(3, "rain");
    assertEquals(2, image.with(LabelFilter.ALL).boxes().size());
    LabelledImage seen = image.with(new LabelFilter(Set.of(), 0.5, 1));
    assertEquals(List.of("car"), seen.boxes().stream().map(LabelledImage.Box::name).toList());
    assertEquals(List.of(1), seen.marks().stream().map(Mark::instanceId).distinct().toList());
    assertEquals(0, image.with(new LabelFilter(Set.of("car"), 0, 0.9)).boxes().size());
  }
}
