package org.diorama.dataset.verify.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Rays through boxes around the camera's axis, in closed form. */
class BoxAlongRayTest {
  private static final double FOCAL = 100;

  /** The camera looks along its axis through the center of its only pixel. */
  private static BoxAlongRay box(double x, double width, double depth, double distance) {
    double[] pose = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    CameraPose camera = new CameraPose("", 1, 1, new double[] {FOCAL, FOCAL, 0.5, 0.5}, pose);
    return BoxAlongRay.of(
        camera,
        new double[] {width, 2, depth},
        new double[] {1, 0, 0, x, 0, 1, 0, 0, 0, 0, 1, distance});
  }

  @Test
  void aRayLeavesAtTheFarSide() {
    assertEquals(6, box(0, 2, 2, 5).farthest(0), 2e-3);
    assertTrue(box(0, 2, 2, 5).farthest(0) >= 6, "never less");
    assertEquals(Math.sqrt(12), box(0, 2, 2, 5).diagonal(), 1e-12);
  }

  /** 0.01 pixels are 0.1 mm at a distance of 1 m by a focal length of 100 pixels. */
  @Test
  void whatTheBandReachesIsMet() {
    assertTrue(box(1.00005, 2, 0.01, 1).meets(0));
    assertFalse(box(1.001, 2, 0.01, 1).meets(0));
  }
}
