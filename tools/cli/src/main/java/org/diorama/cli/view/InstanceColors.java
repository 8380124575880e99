package org.diorama.cli.view;

import java.awt.Color;

/** Colors that tell neighbors apart: hues a golden-ratio step from id to id. */
final class InstanceColors {
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private InstanceColors() {}

  static Color of(int instanceId) {
    double hue = instanceId * GOLDEN_RATIO;
    return Color.getHSBColor((float) (hue - Math.floor(hue)), 0.8f, 1f);
  }
}
