package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.junit.jupiter.api.Test;

class ObjectCoordinatesTest {
  private static final PinholeCamera LENS = new PinholeCamera(64, 48, 60, 60, 32, 24);

  /** The front of a box is a plane: z is 0 there, x and y go from 0 to 1 across it. */
  @Test
  void theFrontOfABoxIsAKnownPlane() {
    CubeScene scene =
        new CubeScene(LENS, MotionStates.still(Affine3.IDENTITY))
            .cube(MotionStates.still(CubeScene.box(new Vec3(0, 0, 2.5), new Vec3(0.8, 0.4, 1))));
    float[] row = new float[3 * 64];
    for (int y = 0; y < 48; y++) {
      coordinates(scene, new Aabb(new Vec3(-0.5, -0.5, -0.5), new Vec3(0.5, 0.5, 0.5)))
          .rows()
          .fill(y, row);
      for (int x = 0; x < 64; x++) {
        // At 2 m the front covers 24 × 12 pixels.
        boolean front = x >= 20 && x < 44 && y >= 18 && y < 30;
        assertEquals(front ? (x + 0.5 - 20) / 24 : Double.NaN, row[3 * x], 1e-6);
        assertEquals(front ? (y + 0.5 - 18) / 12 : Double.NaN, row[3 * x + 1], 1e-6);
        assertEquals(front ? 0 : Double.NaN, row[3 * x + 2], 1e-6);
      }
    }
  }

  /** Whatever the poses, a pixel's coordinates are those of the surface that it shows. */
  @Test
  void theyAreThoseOfTheSurfaceWhateverThePoses() {
    Affine3 pose = Rotations.lookAt(new Vec3(3000, -2000, 1), new Vec3(3001, -1998, 0.5));
    Affine3 worldFromObject =
        pose.times(
            Affine3.translation(new Vec3(0.1, 0.1, 2))
                .times(Rotations.aboutAxis(new Vec3(1, 2, 3).normalize(), 1.1))
                .times(Affine3.scaling(new Vec3(0.9, 0.5, 0.7))));
    CubeScene scene =
        new CubeScene(LENS, MotionStates.still(pose)).cube(MotionStates.still(worldFromObject));
    Aabb wide = new Aabb(new Vec3(-0.5, -1, -0.5), new Vec3(1.5, 1, 0.5));
    float[] row = new float[3 * 64];
    int seen = 0;
    for (int y = 0; y < 48; y++) {
      coordinates(scene, wide).rows().fill(y, row);
      for (int x = 0; x < 64; x++) {
        if (Float.isNaN(row[3 * x])) {
          continue;
        }
        seen++;
        Vec3 place = new Vec3(2 * row[3 * x] - 0.5, 2 * row[3 * x + 1] - 1, row[3 * x + 2] - 0.5);
        double largest =
            Math.max(Math.abs(place.x()), Math.max(Math.abs(place.y()), Math.abs(place.z())));
        assertEquals(0.5, largest, 1e-5, "it lies on the cube");
        Vec3 inView = pose.inverseTimes(worldFromObject).transformPoint(place);
        assertEquals(x + 0.5, LENS.projectX(inView), 1e-3);
        assertEquals(y + 0.5, LENS.projectY(inView), 1e-3);
      }
    }
    assertTrue(seen > 200, "seen " + seen);
  }

  private static ObjectCoordinates coordinates(CubeScene scene, Aabb bounds) {
    RenderedView view = scene.view(FrameInstant.LABEL);
    return new ObjectCoordinates(
        new ThingRuns(scene.frame(), view), scene.camera(), node -> bounds);
  }

  /** Of an instance made of two boxes, each fills the unit cube. */
  @Test
  void objectsOfOneInstanceHaveTheirOwn() {
    CubeScene scene =
        new CubeScene(LENS, MotionStates.still(Affine3.IDENTITY))
            .cube(
                1, MotionStates.still(CubeScene.box(new Vec3(-0.5, 0, 2.5), new Vec3(0.4, 0.4, 1))))
            .cube(
                1, MotionStates.still(CubeScene.box(new Vec3(0.5, 0, 2.5), new Vec3(0.2, 0.4, 1))));
    float[] row = new float[3 * 64];
    coordinates(scene, new Aabb(new Vec3(-0.5, -0.5, -0.5), new Vec3(0.5, 0.5, 0.5)))
        .rows()
        .fill(24, row);
    for (int x = 11; x < 23; x++) {
      assertEquals((x + 0.5 - 11) / 12, row[3 * x], 1e-6);
    }
    for (int x = 44; x < 50; x++) {
      assertEquals((x + 0.5 - 44) / 6, row[3 * x], 1e-6);
    }
  }
}
