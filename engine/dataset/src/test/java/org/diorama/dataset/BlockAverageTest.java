package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class BlockAverageTest {
  @Test
  void aBlocksMeanIsOnePixelAndTheRestIsCut() {
    BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x040000);
    image.setRGB(1, 1, 0x000800);
    image.setRGB(2, 0, 0x0000ff);
    image.setRGB(3, 0, 0x0000ff);
    image.setRGB(4, 2, 0xffffff);
    BufferedImage small = BlockAverage.shrink(image, 2);
    assertEquals(2, small.getWidth());
    assertEquals(1, small.getHeight());
    assertEquals(0x010200, small.getRGB(0, 0) & 0xffffff);
    assertEquals(0x00007f, small.getRGB(1, 0) & 0xffffff);
  }

  @Test
  void anImageSmallerThanABlockBecomesOnePixel() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x0a0000);
    BufferedImage small = BlockAverage.shrink(image, 7);
    assertEquals(1, small.getWidth() * small.getHeight());
    assertEquals(0x050000, small.getRGB(0, 0) & 0xffffff);
  }
}
