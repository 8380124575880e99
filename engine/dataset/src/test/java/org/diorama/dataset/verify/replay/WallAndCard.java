package org.diorama.dataset.verify.replay;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.ViewGeometry;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.TestScene;

/** A wall, instance 1, behind all of an image, and before it a card, instance 2. */
final class WallAndCard {
  static final PinholeCamera CAMERA = new PinholeCamera(16, 12, 16, 16, 8, 6);
  static final int WALL = 1;
  static final int CARD = 2;

  /** Planar z of the wall, meters. */
  static final double FAR = 8;

  /** Likewise, so that back sides lie not at the depth of front sides. */
  private static final double THICK = 1e-3;

  private WallAndCard() {}

  /** With a card of all rows, and of the columns from {@code left} to 14. */
  static ViewGeometry of(double left, double depth) {
    TestScene scene =
        new TestScene(AnalyticScenes.shapes(), Vec3.ZERO)
            .camera(CAMERA, Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));
    scene.add("box", front(FAR, -10, 30));
    scene.add("box", front(depth, left, 14));
    RenderJob job = scene.job();
    return ViewGeometry.of(job, job.views().get(0), scene.assets());
  }

  private static Affine3 front(double depth, double left, double right) {
    return Affine3.translation(
            new Vec3(((left + right) / 2 - 8) / 16 * depth, depth + THICK / 2, 0))
        .times(Affine3.scaling(new Vec3((right - left) / 16 * depth, THICK, 3 * depth)))
        .times(Affine3.translation(new Vec3(0, 0, -0.5)));
  }
}
