package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ImageComparisonTest {
  private final BufferedImage black = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
  private final BufferedImage spoiled = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);

  @Test
  void eachThresholdFailsByItself() {
    spoiled.setRGB(3, 4, 0x00001e);
    new ImageComparison(30, 0, 0.1).assertSimilar("similar", black, spoiled);
    new ImageComparison(29, 0.01, 0.1).assertSimilar("one_of_a_hundred", black, spoiled);
    assertThrows(
        AssertionFailedError.class,
        () -> new ImageComparison(29, 0.009, 1).assertSimilar("one_pixel", black, spoiled));
    assertThrows(
        AssertionFailedError.class,
        () -> new ImageComparison(255, 0, 0.09).assertSimilar("all_pixels", black, spoiled));
    assertTrue(new File("target/image-differences/one_pixel.png").isFile());
  }

  @Test
  void sizesMustAgree() {
    BufferedImage wide = new BufferedImage(11, 10, BufferedImage.TYPE_INT_RGB);
    assertThrows(
        AssertionFailedError.class,
        () -> new ImageComparison(255, 1, 255).assertSimilar("sizes", black, wide));
  }
}
