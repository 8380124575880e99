package org.diorama.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static Sheet.Cell cell(int height, Color color) {
    BufferedImage picture = new BufferedImage(40, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, 40, height);
    graphics.dispose();
    return new Sheet.Cell("", picture);
  }

  /** A long legend in one row makes no other row higher; a caption of 18 and gaps of 6 pixels. */
  @Test
  void rowsAreAsHighAsTheirHighestPicture() {
    BufferedImage sheet =
        Sheet.draw(
            List.of(
                cell(30, Color.RED),
                cell(20, Color.GREEN),
                cell(200, Color.BLUE),
                cell(30, Color.YELLOW),
                cell(10, Color.CYAN)),
            2);
    assertEquals(6 + 2 * 46, sheet.getWidth());
    assertEquals(6 + 54 + 224 + 34, sheet.getHeight());
    assertEquals(Color.RED.getRGB(), sheet.getRGB(6, 24));
    assertEquals(Color.GREEN.getRGB(), sheet.getRGB(52 + 39, 24 + 19));
    assertEquals(Color.BLUE.getRGB(), sheet.getRGB(6, 60 + 18));
    assertEquals(Color.YELLOW.getRGB(), sheet.getRGB(52, 60 + 18 + 29));
    assertEquals(Color.CYAN.getRGB(), sheet.getRGB(6, 284 + 18 + 9));
  }
}
