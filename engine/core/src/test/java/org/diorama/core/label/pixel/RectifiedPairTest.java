package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
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
  void disparityIsThatOfDoublePrecisionRounded() {
    long seed = 7;
    Random random = new Random(seed);
    float[] depths = new float[10_000];
    for (int x = 0; x < depths.length; x++) {
      depths[x] = x % 10 == 0 ? 0 : (float) Math.pow(10, 5 * random.nextDouble() - 1);
    }
    // As far as the infinite, columns are 3 off; with the other one near 4 meters they meet.
    for (double center : new double[] {32, 29, 35.1}) {
      PinholeCamera lens = new PinholeCamera(64, 48, 60, 50, center, 24);
      RectifiedPair pair = new RectifiedPair(left(), right(lens));
      float[] row = new float[depths.length];
      pair.disparity((y, out) -> System.arraycopy(depths, 0, out, 0, out.length), row.length)
          .fill(0, row);
      for (int x = 0; x < row.length; x++) {
        if (depths[x] == 0) {
          assertEquals(0, Float.floatToRawIntBits(row[x]), "nothing is seen");
        } else {
          double expected = 60 * pair.baseline() / depths[x] + (32 - center);
          assertEquals(expected, row[x], Math.ulp((float) expected), "seed " + seed);
        }
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
