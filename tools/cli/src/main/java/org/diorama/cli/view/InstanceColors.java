package org.diorama.cli.view;

import java.awt.Color;

/**
 * Colors that tell neighbors apart: hues a golden-ratio step from id to id, and four tones that
 * change every seven ids, since hues come close again after 8, 13 and 21 steps. All are light
 * enough for black letters.
 */
final class InstanceColors {
  private static final float[][] TONES = {{0.8f, 1}, {0.45f, 1}, {1, 0.72f}, {0.55f, 0.8f}};
  private static final double EQUAL_CONTRAST = 0.179;
  private static final int IDS_A_TONE = 7;
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private InstanceColors() {}

  static Color of(int instanceId) {
    double hue = instanceId * GOLDEN_RATIO;
    float[] tone = TONES[instanceId / IDS_A_TONE % TONES.length];
    return Color.getHSBColor((float) (hue - Math.floor(hue)), tone[0], tone[1]);
  }

  /**
   * Black or white, whichever letters are read in on a color: the contrast is 4.5 at least (W3C,
   * Web Content Accessibility Guidelines 2.2, 2023).
   */
  static Color ink(Color color) {
    double luminance =
        0.2126 * linear(color.getRed())
            + 0.7152 * linear(color.getGreen())
            + 0.0722 * linear(color.getBlue());
    return luminance > EQUAL_CONTRAST ? Color.BLACK : Color.WHITE;
  }

  /**
   * @param value of sRGB, 0 to 255
   */
  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
