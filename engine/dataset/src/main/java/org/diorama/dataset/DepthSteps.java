package org.diorama.dataset;

import org.diorama.core.scene.LabelRules;

/** Depth as the depth image holds it: steps of {@code depth_scale} millimeters. */
final class DepthSteps {
  private static final int LARGEST = 65535;

  private final double max;
  private final double stepsPerMeter;

  DepthSteps(LabelRules rules) {
    max = rules.depthMax();
    stepsPerMeter = 1000 / rules.depthScale();
  }

  /**
   * @param z planar, meters; 0 = no surface
   * @return the nearest step; 0 without a surface or beyond the largest depth. A surface is never
   *     0: one nearer than half a step is 1
   */
  int of(float z) {
    if (!(z > 0) || z > max) {
      return 0;
    }
    int steps = (int) (z * stepsPerMeter + 0.5);
    return Math.max(1, Math.min(LARGEST, steps));
  }
}
