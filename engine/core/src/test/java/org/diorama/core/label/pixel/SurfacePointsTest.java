package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.junit.jupiter.api.Test;

class SurfacePointsTest {
  /** A camera that looks down on a slab: all points lie on its top, each below its pixel. */
  @Test
  void pointsLieOnTheSurfaceInTheWorld() {
    PinholeCamera lens = new PinholeCamera(16, 12, 20, 20, 8, 6);
    Affine3 down = Rotations.lookAt(new Vec3(2, 3, 10), new Vec3(2, 3 + 1e-9, 0));
    CubeScene scene =
        new CubeScene(lens, MotionStates.still(down))
            .cube(MotionStates.still(CubeScene.box(new Vec3(2, 3, 4), new Vec3(2, 2, 2))));
    SurfacePoints points = new SurfacePoints(scene.view(FrameInstant.LABEL), scene.camera());
    List<Integer> pixels = new ArrayList<>();
    for (int y = 0; y < points.rows(); y++) {
      int count = points.read(y);
      for (int i = 0; i < count; i++) {
        int pixel = points.pixel(y, i);
        pixels.add(pixel);
        assertEquals(5, points.zs()[i], 1e-5);
        Vec3 position = new Vec3(points.xs()[i], points.ys()[i], points.zs()[i]);
        Vec3 inView = down.inverse().transformPoint(position);
        assertEquals(pixel % 16 + 0.5, lens.projectX(inView), 1e-3);
        assertEquals(pixel / 16 + 0.5, lens.projectY(inView), 1e-3);
        assertEquals(1, points.instance(pixel));
      }
    }
    // 2 m at 5 m are 8 pixels.
    assertEquals(64, points.count());
    assertEquals(64, pixels.size());
    assertEquals(pixels.stream().sorted().distinct().toList(), pixels);
  }
}
