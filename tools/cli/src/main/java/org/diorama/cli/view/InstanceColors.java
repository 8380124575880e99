package org.diorama.cli.view;

import java.awt.Color;

/**
 * Colors that tell neighbors apart: hues a golden-ratio step from id to id, and four tones that
 * change every seven ids, since hues come close again after 8, 13 and 21 steps. All are light
 * enough for black letters.
 */
final class InstanceColors {
  private static final float[][] TONES = {{0.8f, 1}, {0.45f, 1}, {1, 0.72f}, {0.55f, 0.8f}};
  private static final int IDS_A_TONE = 7;
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private InstanceColors() {}

  static Color of(int instanceId) {
    double hue = instanceId * GOLDEN_RATIO;
    float[] tone = TONES[instanceId / IDS_A_TONE % TONES.length];
    return Color.getHSBColor((float) (hue - Math.floor(hue)), tone[0], tone[1]);
  }
}
