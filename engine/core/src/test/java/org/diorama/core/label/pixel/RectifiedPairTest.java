package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.junit.jupiter.api.Test;

class RectifiedPairTest {
  private static final PinholeCamera LENS = new PinholeCamera(64, 48, 60, 50, 32, 24);
  private static final PinholeCamera SHIFTED = new PinholeCamera(64, 48, 60, 50, 29, 24);

  /** Ten kilometers from the origin. */
  private static final Affine3 LEFT =
      Rotations.lookAt(new Vec3(9e3, 5e3, 2), new Vec3(9.1e3, 5.2e3, 1));

  private static SampledCamera camera(String name, PinholeCamera lens, Affine3 leftFromCamera) {
    return new SampledCamera(
        name, lens, MotionStates.still(LEFT.times(leftFromCamera)), Development.exposed(12));
  }

  private static SampledCamera left() {
    return camera("left", LENS, Affine3.IDENTITY);
  }

  private static SampledCamera right(PinholeCamera lens) {
    return camera("right", lens, Affine3.translation(new Vec3(0.2, 0, 0)));
  }

  @Test
  void disparityIsTheColumnsThatAPointMoves() {
    for (PinholeCamera lens : List.of(LENS, SHIFTED)) {
      List<SampledCamera> cameras = List.of(right(lens), left());
      for (SampledCamera camera : cameras) {
        RectifiedPair pair = RectifiedPair.of(camera, cameras).orElseThrow();
        assertEquals("left", pair.left().name());
        assertEquals(0.2, pair.baseline(), 1e-9);
        CubeScene scene =
            new CubeScene(camera.pinhole(), camera.worldFromCamera())
                .cube(
                    MotionStates.still(
                        LEFT.times(CubeScene.box(new Vec3(0.1, 0, 2), new Vec3(0.7, 0.7, 0.6)))));
        ViewPixels pixels = new ViewPixels(scene.view(FrameInstant.LABEL), camera);
        float[] disparity = new float[64];
        float[] depth = new float[64];
        pair.disparity(pixels.depth(), 64).fill(24, disparity);
        pixels.depth().fill(24, depth);
        for (int x = 0; x < 64; x++) {
          if (depth[x] == 0) {
            assertEquals(0, disparity[x]);
            continue;
          }
          // f b / z, where both have one center.
          double expected = 60 * 0.2 / depth[x] + (lens == SHIFTED ? 3 : 0);
          assertEquals(expected, disparity[x], 1e-5);
          Vec3 point = camera.pinhole().direction(x + 0.5, 24.5).times(depth[x]);
          Vec3 world = camera.worldFromCamera().atLabelInstant().transformPoint(point);
          double inLeft =
              LENS.projectX(LEFT.inverseTimes(Affine3.translation(world)).translation());
          Vec3 fromRight =
              right(lens)
                  .worldFromCamera()
                  .atLabelInstant()
                  .inverseTimes(Affine3.translation(world))
                  .translation();
          assertEquals(inLeft - lens.projectX(fromRight), disparity[x], 1e-4);
        }
        assertTrue(depth[32] > 0);
      }
    }
  }

  @Test
  void othersAreNone() {
    List<SampledCamera> others =
        List.of(
            camera("same", LENS, Affine3.IDENTITY),
            camera("above", LENS, Affine3.translation(new Vec3(0.2, 0.01, 0))),
            camera("before", LENS, Affine3.translation(new Vec3(0.2, 0, 0.01))),
            camera("turned", LENS, turned(Vec3.UNIT_Y)),
            camera("nodding", LENS, turned(Vec3.UNIT_X)),
            camera("rolled", LENS, turned(Vec3.UNIT_Z)),
            right(new PinholeCamera(64, 48, 61, 50, 32, 24)),
            right(new PinholeCamera(64, 48, 60, 50, 32, 25)),
            right(new PinholeCamera(64, 40, 60, 50, 32, 24)));
    for (SampledCamera other : others) {
      SampledCamera left = left();
      assertEquals(Optional.empty(), RectifiedPair.of(left, List.of(left, other)), other.name());
    }
    SampledCamera alone = left();
    assertEquals(Optional.empty(), RectifiedPair.of(alone, List.of(alone)));
  }

  private static Affine3 turned(Vec3 axis) {
    return Affine3.translation(new Vec3(0.2, 0, 0)).times(Rotations.aboutAxis(axis, 1e-4));
  }
}
