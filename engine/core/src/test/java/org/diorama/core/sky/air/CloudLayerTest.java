package org.diorama.core.sky.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;

class CloudLayerTest {
  @Test
  void cloudsCoverWhatTheyAreAskedTo() {
    SplittableRandom random = new SplittableRandom(12);
    for (double cover : new double[] {0, 0.1, 0.3, 0.5, 0.8, 0.9, 1}) {
      int clouds = 0;
      int places = 20_000;
      for (int k = 0; k < places; k++) {
        CloudLayer layer = new CloudLayer(cover, 1_000, 500, random.nextInt(1000));
        boolean cloud = layer.depth(random.nextDouble(1e6), random.nextDouble(1e6), 0) > 0;
        clouds += cloud ? 1 : 0;
      }
      // From 0.9 on the gaps close faster, so that 1 leaves none.
      double most = cover < 0.9 ? 0.02 : 0.03;
      assertEquals(cover, (double) clouds / places, most, "seed 12, cover " + cover);
    }
  }

  @Test
  void anOvercastLayerIsThickEverywhere() {
    SplittableRandom random = new SplittableRandom(3);
    CloudLayer layer = new CloudLayer(1, 1_000, 500, 3);
    for (int k = 0; k < 1000; k++) {
      double depth = layer.depth(random.nextDouble(-1e5, 1e5), random.nextDouble(-1e5, 1e5), 0);
      assertEquals(22.5, depth, 1e-12, "500 m of 0.045/m");
    }
    assertTrue(layer.transmittance(Vec3.ZERO, Vec3.UNIT_Z) < 0.02);
  }

  /** No cliffs: a meter aside the depth is nearly the same. */
  @Test
  void shapesAreContinuous() {
    CloudLayer layer = new CloudLayer(0.5, 1_000, 500, 9);
    double before = layer.depth(-3_000, 77, 0);
    for (double x = -2_999; x < 3_000; x++) {
      double here = layer.depth(x, 77, 0);
      assertEquals(before, here, 4.5, "x = " + x);
      before = here;
    }
  }

  @Test
  void aRayMeetsTheLayerWhereGeometrySays() {
    CloudLayer layer = new CloudLayer(1, 1_000, 500, 3);
    CloudLayer.Crossing up = layer.crossing(Vec3.ZERO, Vec3.UNIT_Z);
    assertEquals(1_000, up.distance(), 1e-6);
    assertEquals(up.straight(), up.slant(), 1e-9);
    CloudLayer.Crossing half = layer.crossing(Vec3.ZERO, Rotations.direction(0, Math.PI / 6));
    // On a plane it were 2000 m and twice the depth.
    assertEquals(2_000, half.distance(), 2);
    assertEquals(2 * half.straight(), half.slant(), 0.03);
    double horizon = layer.crossing(Vec3.ZERO, Vec3.UNIT_X).distance();
    assertEquals(Math.sqrt(1_000 * (2 * Air.PLANET_RADIUS + 1_000)), horizon, 1);
  }

  /** The shadow of a cloud lies where the sun's ray through it meets the ground. */
  @Test
  void aShadowMovesWithItsCloud() {
    CloudLayer layer = new CloudLayer(0.5, 1_000, 500, 4);
    Vec3 towards = Rotations.direction(1, Rotations.radians(70));
    double offset = 1_000 / Math.tan(Math.toRadians(70));
    for (double x = 0; x < 8_000; x += 100) {
      double above = layer.transmittance(new Vec3(x, 0, 0), Vec3.UNIT_Z);
      Vec3 shadow = new Vec3(x, 0, 0).minus(Rotations.direction(1, 0).times(offset));
      double seen = layer.transmittance(shadow, towards);
      assertEquals(Math.pow(above, 1 / Math.sin(Math.toRadians(70))), seen, 0.03, "x = " + x);
    }
  }

  @Test
  void halfOfTheDiffuseLightComesThroughAKnownDepth() {
    assertEquals(1, CloudLayer.diffuseTransmittance(0));
    assertEquals(0.5, CloudLayer.diffuseTransmittance(1 / 0.1125), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> new CloudLayer(1.1, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new CloudLayer(0.5, 0, 1, 0));
  }

  /** The depth straight up is as the square of the thickness, and that rises as the slope says. */
  @Test
  void slopesAreThoseOfTheThickness() {
    CloudLayer layer = new CloudLayer(0.6, 1_200, 800, 4);
    int sloped = 0;
    for (int k = 0; k < 200; k++) {
      Vec3 direction = Rotations.directionAtHeight(0.03 * k, 0.5);
      // At this height the ray is hardly bent: 1,200 m up, so far aside.
      double aside = layer.crossing(Vec3.ZERO, direction).distance();
      double x = aside * direction.x();
      double y = aside * direction.y();
      CloudLayer.Slope slope = layer.slope(direction);
      double blur = 80;
      double here = meters(layer, x, y, blur);
      assertEquals((meters(layer, x + blur, y, blur) - here) / blur, slope.east(), 1e-6);
      assertEquals((meters(layer, x, y + blur, blur) - here) / blur, slope.north(), 1e-6);
      sloped += Math.hypot(slope.east(), slope.north()) > 0.2 ? 1 : 0;
    }
    assertTrue(sloped > 20, sloped + " slopes");
  }

  private static double meters(CloudLayer layer, double x, double y, double blur) {
    // 0.045 of depth for each meter where clouds are thickest.
    return 800 * Math.sqrt(layer.depth(x, y, blur) / (0.045 * 800));
  }
}
