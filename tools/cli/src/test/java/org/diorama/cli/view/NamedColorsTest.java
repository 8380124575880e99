package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.diorama.core.scene.Annotator;
import org.junit.jupiter.api.Test;

/** Stuff, names of colors, and colors that are told apart. */
class NamedColorsTest {
  private static LabelledImage withStuff() {
    LabelledImage plain = ShownImages.of(3, "rain");
    int[] lower = {0, 40, 64, 40, 64, 48, 0, 48};
    return new LabelledImage(
        plain.source(),
        plain.color(),
        plain.instances(),
        plain.depths(),
        plain.boxes(),
        List.of(new LabelledImage.Stuff(9, "road", List.of(lower))),
        List.of(
            new Mark.Note(Mark.Layer.PIECES, 1, "2 pieces"),
            new Mark.Axes(
                Mark.Layer.POSE,
                1,
                List.of(new double[] {30, 4, 36, 4}, new double[] {30, 4, 30, 8}))),
        Map.of());
  }

  @Test
  void stuffIsTintedWhereItIsAskedFor() {
    BufferedImage plain = Overlay.draw(withStuff().with(Set.of()), 4, NameStyle.FULL);
    BufferedImage shown =
        Overlay.draw(withStuff().with(Set.of(Mark.Layer.STUFF)), 4, NameStyle.FULL);
    assertNotEquals(plain.getRGB(4 * 30, 4 * 46), shown.getRGB(4 * 30, 4 * 46));
    assertEquals(plain.getRGB(4 * 30, 4 * 20), shown.getRGB(4 * 30, 4 * 20));
    LabelledImage filtered = withStuff().with(new LabelFilter(Set.of("car"), 0, 1));
    assertEquals(List.of(), filtered.stuff());
    assertEquals(1, filtered.boxes().size());
  }

  @Test
  void axesHaveTheirColors() {
    BufferedImage shown =
        Overlay.draw(withStuff().with(Set.of(Mark.Layer.POSE)), 4, NameStyle.FULL);
    Color x = new Color(shown.getRGB(4 * 33, 4 * 4));
    Color y = new Color(shown.getRGB(4 * 30, 4 * 6));
    assertTrue(x.getRed() > x.getGreen() + 80, x.toString());
    assertTrue(y.getGreen() > y.getRed() + 80, y.toString());
  }

  @Test
  void wordsStandBesideTheName() throws IOException {
    LabelledImage image = withStuff();
    assertEquals("car 1, 2 pieces", Overlay.name(image, image.boxes().get(0)));
    assertEquals("car 1", Overlay.name(image.with(Set.of()), image.boxes().get(0)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InspectorPage page = new InspectorPage(out, OptionalLong.empty());
    page.frame(List.of(Selection.Shown.of("set", image)));
    page.end();
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains(">car 1<tspan data-layer=\"pieces\">, 2 pieces</tspan></text>"), text);
    assertTrue(text.contains("<polyline class=\"axis-x\" points=\"30,4 36,4\"/>"));
    assertTrue(
        text.contains("<g class=\"stuff\" data-layer=\"stuff\"><path d=\"M0 40h64v8h-64z\"/>"));
    assertTrue(text.contains("data-layer=\"stuff\" x=\"0\" y=\"52\">road</text>"));
    int last = text.lastIndexOf("class=\"label\"");
    assertTrue(text.indexOf("class=\"name\" data-layer") > last, "names lie over all labels");
  }

  @Test
  void legendsNameWhatIsThere() {
    int[] ids = {1, 1, 3, 0, 3, 7};
    Picture picture =
        PlaneColors.ofIds(ids, 3, id -> id == 7 ? Optional.empty() : Optional.of("name " + id));
    BufferedImage legend = picture.legend().orElseThrow();
    int first = InstanceColors.of(1).getRGB();
    int second = InstanceColors.of(3).getRGB();
    assertEquals(first, picture.image().getRGB(0, 0));
    assertEquals(first, legend.getRGB(6, 8), "the first swatch");
    boolean found = false;
    for (int x = 16; x < legend.getWidth(); x++) {
      found |= legend.getRGB(x, 8) == second;
      assertNotEquals(InstanceColors.of(7).getRGB(), legend.getRGB(x, 8), "it has no name");
    }
    assertTrue(found, "the second one");
    assertEquals(Optional.empty(), NameLegend.of(Map.of(), 100));
    assertEquals(Optional.of("hidden"), PictureNames.flowState(2));
    assertEquals(Optional.empty(), PictureNames.flowState(9));
  }

  /** Hues come close again after 8, 13 and 21 ids: tones then differ. */
  @Test
  void idsNearOneAnotherAreToldApart() {
    for (int id = 0; id < 60; id++) {
      for (int other = id + 1; other <= id + 21; other++) {
        Color one = InstanceColors.of(id);
        Color two = InstanceColors.of(other);
        int apart =
            Math.abs(one.getRed() - two.getRed())
                + Math.abs(one.getGreen() - two.getGreen())
                + Math.abs(one.getBlue() - two.getBlue());
        assertTrue(apart >= 55, id + " and " + other + " differ by " + apart);
      }
    }
  }

  @Test
  void lettersAreReadOnEveryColor() {
    for (int id = 0; id < 300; id++) {
      Color color = InstanceColors.of(id);
      double own = luminance(color);
      double ink = luminance(InstanceColors.ink(color));
      double contrast = (Math.max(own, ink) + 0.05) / (Math.min(own, ink) + 0.05);
      assertTrue(contrast >= 4.5, id + ": " + contrast);
    }
  }

  private static double luminance(Color color) {
    float[] linear =
        color.getColorComponents(ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB), null);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  /** Red is near, whether lengths are small there or large. */
  @Test
  void disparitiesAreLargeWhereDepthsAreSmall() {
    BufferedImage depth = DepthColors.of(new float[] {1, 8, 0}, 3, "m").image();
    BufferedImage disparity = DepthColors.ofDisparity(new float[] {16, 2, 0}, 3).image();
    for (int x = 0; x < 3; x++) {
      assertEquals(depth.getRGB(x, 0), disparity.getRGB(x, 0));
    }
    assertNotEquals(depth.getRGB(0, 0), depth.getRGB(1, 0));
  }

  /** The table of the readme leaves out no annotator, nor does it name one that is none. */
  @Test
  void theReadmeSaysHowEachAnnotatorIsShown() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("scenes/README.md"))) {
      root = root.getParent();
    }
    String readme = Files.readString(root.resolve("README.md"));
    String table = readme.substring(readme.indexOf("## What view shows"));
    table = table.substring(0, table.indexOf("\n## "));
    for (Annotator annotator : Annotator.values()) {
      assertTrue(
          table.contains("`" + annotator.text() + "`") || table.contains(annotator.text() + ","),
          annotator.text());
    }
    for (Mark.Layer layer : Mark.Layer.values()) {
      assertTrue(table.contains(layer.text()), layer.text());
    }
  }
}
