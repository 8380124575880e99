package org.diorama.core.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Photometry of lamps, by sums over the sphere. */
class LampShapeTest {
  static Stream<LampShape> shapes() {
    return Stream.of(
        new LampShape.Point(0.1),
        new LampShape.Spot(0.05, Math.toRadians(20), Math.toRadians(30)),
        new LampShape.Spot(0.05, Math.toRadians(45), Math.toRadians(45)),
        new LampShape.Spot(0, 0, Math.toRadians(80)),
        new LampShape.Rectangle(0.5, 1.5),
        new LampShape.Disk(0.4),
        new LampShape.Tube(1.2, 0.03));
  }

  /** The flux of one candela is the integral of the relative intensity over all directions. */
  @ParameterizedTest
  @MethodSource("shapes")
  void fluxIsTheIntegralOfTheIntensity(LampShape shape) {
    double flux = 0;
    int rings = 2000;
    int around = 64;
    for (int i = 0; i < rings; i++) {
      double height = -1 + 2 * (i + 0.5) / rings;
      for (int j = 0; j < around; j++) {
        Vec3 about = Rotations.directionAtHeight(2 * Math.PI * (j + 0.5) / around, height);
        // Rings about the axis that the spot's cone has, so that its edge is met evenly.
        flux += shape.share(new Vec3(about.z(), about.x(), about.y()));
      }
    }
    flux *= 4 * Math.PI / (rings * around);
    assertEquals(shape.lumensOfCandela(), flux, 2e-3 * flux, shape.toString());
  }

  /** Points of the surface fill the area that is seen, and keep within the lamp. */
  @ParameterizedTest
  @MethodSource("shapes")
  void surfacePointsLieOnTheLamp(LampShape shape) {
    List<Vec3> views = List.of(Vec3.UNIT_X, new Vec3(0.6, 0.8, 0), new Vec3(0.6, 0, -0.8));
    for (Vec3 towards : views) {
      Vec3 sum = Vec3.ZERO;
      double farthest = 0;
      for (int i = 0; i < 400; i++) {
        Vec3 point = shape.surface((i % 20 + 0.5) / 20, (i / 20 + 0.5) / 20, towards);
        sum = sum.plus(point);
        farthest = Math.max(farthest, point.length());
      }
      assertEquals(0, sum.length() / 400, 1e-9 + 0.01 * shape.radius());
      assertTrue(farthest <= shape.radius() + 1e-12);
      assertTrue(farthest >= 0.6 * shape.radius());
    }
  }

  @Test
  void oneSidedPanelsAreDarkBehind() {
    assertEquals(0, new LampShape.Rectangle(1, 1).share(new Vec3(-0.6, 0.8, 0)));
    assertEquals(0, new LampShape.Disk(1).share(Vec3.UNIT_X.negate()));
    assertEquals(0.6, new LampShape.Disk(1).share(new Vec3(0.6, 0, 0.8)), 1e-12);
    assertEquals(0.8, new LampShape.Tube(1, 0.1).share(new Vec3(0, 0.8, 0.6)), 1e-12);
  }

  /** From full to none a cone's intensity goes by smoothstep of the cosine, 3t² - 2t³. */
  @Test
  void aConeFadesSmoothly() {
    LampShape spot = new LampShape.Spot(0, Math.acos(0.9), Math.acos(0.7));
    double[][] cosinesAndShares = {
      {0.95, 1}, {0.9, 1}, {0.85, 0.84375}, {0.8, 0.5}, {0.75, 0.15625}, {0.7, 0}, {0.6, 0}
    };
    for (double[] each : cosinesAndShares) {
      Vec3 direction = new Vec3(each[0], Math.sqrt(1 - each[0] * each[0]), 0);
      assertEquals(each[1], spot.share(direction), 1e-9, "cosine " + each[0]);
    }
  }

  /** Evenly over a disk: the mean square of the distance from its middle is half of r². */
  @Test
  void pointsOfADiskAreEven() {
    double sum = 0;
    for (int i = 0; i < 400; i++) {
      Vec3 point =
          new LampShape.Disk(2).surface((i % 20 + 0.5) / 20, (i / 20 + 0.5) / 20, Vec3.UNIT_X);
      sum += point.dot(point) / 400;
    }
    assertEquals(0.5, sum, 1e-3);
  }
}
