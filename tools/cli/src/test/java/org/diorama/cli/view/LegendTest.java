package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands below pictures has room for all of its words. */
class LegendTest {
  private static final String LONG =
      "front_left_wheel of sweethome3d/contributions/armchair-with-a-very-long-name-and-no-end";

  private static FontMetrics metrics() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    return graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
  }

  @ParameterizedTest
  @ValueSource(ints = {110, 200, 320})
  void aLongNameIsBrokenAndWhole(int width) {
    List<String> lines = NameLegend.lines(LONG, metrics(), width);
    assertEquals(LONG, String.join("", lines));
    assertTrue(lines.size() > 1, lines.toString());
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertTrue("/ -_".indexOf(line.charAt(line.length() - 1)) >= 0, line);
    }
    lines.forEach(line -> assertTrue(metrics().stringWidth(line) <= width, line));
  }

  @Test
  void whereNothingBreaksLettersDo() {
    List<String> lines = NameLegend.lines("w".repeat(40), metrics(), 50);
    assertEquals("w".repeat(40), String.join("", lines));
    lines.forEach(line -> assertTrue(metrics().stringWidth(line) <= 50, line));
    assertEquals(List.of("car"), NameLegend.lines("car", metrics(), 50));
  }

  /** Nothing is written up to the right edge, and each line has a row. */
  @Test
  void aLegendIsNotCut() {
    BufferedImage legend = NameLegend.of(Map.of(LONG + LONG, Color.RED), 320).orElseThrow();
    int lines = NameLegend.lines(LONG + LONG, metrics(), 320 - 28).size();
    assertEquals(18 * lines, legend.getHeight());
    for (int y = 0; y < legend.getHeight(); y++) {
      assertEquals(0, legend.getRGB(legend.getWidth() - 1, y) & 0xffffff);
    }
  }

  /** Beside the wheel where there is room, else below it; never wider than it must be. */
  @ParameterizedTest
  @CsvSource({"64, true", "120, true", "160, false", "640, false"})
  void theWheelFitsItsPicture(int width, boolean below) {
    float[] flow = new float[2 * width * 4];
    flow[0] = 12.5f;
    BufferedImage legend = FlowColors.of(flow, width).legend().orElseThrow();
    int text = metrics().stringWidth("edge: 12.5 px");
    assertEquals(below ? Math.max(64, text) : 64 + 8 + text, legend.getWidth());
    assertEquals(below ? 64 + 18 : 64, legend.getHeight());
  }
}
