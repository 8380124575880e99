package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shadows of lamps against similar triangles. */
class LampShadowTest {
  private static final LampShape[] SHAPES = {
    new LampShape.Point(0.05),
    new LampShape.Spot(0.05, Math.toRadians(25), Math.toRadians(40)),
    new LampShape.Spot(0.05, Math.toRadians(60), Math.toRadians(80)),
    new LampShape.Rectangle(0.4, 0.8),
    new LampShape.Disk(0.5),
    new LampShape.Tube(1, 0.03)
  };

  /** A camera straight above, 100 pixels a meter on the floor. */
  private static LampLab fromAbove(Vec3 origin) {
    PinholeCamera camera = new PinholeCamera(400, 120, 1000, 1000, 200, 60);
    return new LampLab(origin).camera(camera, Rotations.lookAt(new Vec3(0, -1e-4, 10), Vec3.ZERO));
  }

  /**
   * From a floor between walls all of a lamp is seen that no wall hides, and so lights all of it.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.9})
  void whatIsBesideThePointHidesNothingOfALampAboveIt(double wall) {
    SampledLamp lamp = fromAbove(Vec3.ZERO).above(new LampShape.Rectangle(1.8, 1.0), 1.5, 1500);
    LampLab.Shot open = fromAbove(Vec3.ZERO).shoot(8, lamp);
    LampLab.Shot between =
        fromAbove(Vec3.ZERO)
            .box(new Vec3(1.1, 0, 0), new Vec3(0.1, 3, wall))
            .box(new Vec3(-1.1, 0, 0), new Vec3(0.1, 3, wall))
            .shoot(8, lamp);
    for (int x = 100; x <= 300; x++) {
      assertEquals(open.code(x, 60), between.code(x, 60), 1, "column " + x);
    }
    assertTrue(open.code(200, 60) > 80);
  }

  /** The shadow of a pole ends where the ray over its top meets the floor. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 7000})
  void aPolesShadowEndsWhereTheRayOverItsTopMeetsTheFloor(double away) {
    LampLab lab = fromAbove(new Vec3(away, -away, 0));
    double top = 0.6;
    lab.box(new Vec3(-0.55, 0, 0), new Vec3(0.1, 0.1, top));
    for (double height : new double[] {1.2, 2, 3}) {
      Vec3 at = new Vec3(-1.5, 0, height);
      SampledLamp lamp = lab.lamp(new LampShape.Point(0), at, new Vec3(0, 0, 0.1), 800);
      // Over the far upper edge at x = -0.5.
      double tip = -0.5 + 1.0 * top / (height - top);
      LampLab.Shot shot = lab.shoot(5, lamp);
      int expected = (int) Math.round(200 + 100 * tip);
      int lit = shot.code(expected + 12, 60);
      assertEquals(0, shot.code(expected - 6, 60));
      int column = expected - 6;
      while (shot.code(column, 60) < lit / 2) {
        column++;
      }
      assertEquals(200 + 100 * tip, column, 1.6, "lamp at " + height);
    }
  }

  /**
   * A panel of width w at height H over an edge at height h: the penumbra is w · h / (H - h) wide.
   * Its profile is even for a panel, so that a quarter and three quarters lie half of it apart.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.6})
  void aPenumbraIsAsWideAsSimilarTrianglesSay(double edge) {
    double height = 2;
    double width = 0.4;
    // To the left, so that the board does not hide the shadow of its own edge from the camera.
    Vec3 at = new Vec3(-0.5, 0, height);
    LampShape panel = new LampShape.Rectangle(width, width);
    LampLab open = fromAbove(Vec3.ZERO);
    Vec3 below = new Vec3(-0.5, 0, 0);
    LampLab.Shot lit = open.shoot(6.5, open.lamp(panel, at, below, 3000));
    // A thin board over the left half, its edge along y at x = 0.
    LampLab covered = fromAbove(Vec3.ZERO).box(new Vec3(-1, 0, edge), new Vec3(2, 3, 0.004));
    LampLab.Shot shadowed = covered.shoot(6.5, covered.lamp(panel, at, below, 3000));
    double quarter = crossing(shadowed, lit, 0.25);
    double threeQuarters = crossing(shadowed, lit, 0.75);
    double top = edge + 0.004;
    double expected = 100 * width * top / (height - top);
    assertEquals(expected / 2, threeQuarters - quarter, 0.1 * expected + 0.7);
    assertEquals(
        200 + 50 * top / (height - top), (quarter + threeQuarters) / 2, 1 + 0.05 * expected);
  }

  /**
   * A panel as wide as it is high, over a board's edge and small blocks on the floor: the light
   * that arrives is the integral over what the floor sees of it.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.06, 0.15, 0.4})
  void ofAWidePanelAsMuchLightArrivesAsOfItsSeenPart(double edge) {
    double height = 1.2;
    double width = 1.2;
    Vec3 at = new Vec3(0, 0, height);
    LampShape panel = new LampShape.Rectangle(width, width);
    LampLab open = fromAbove(Vec3.ZERO);
    LampLab.Shot lit = open.shoot(8, open.lamp(panel, at, Vec3.ZERO, 3000));
    LampLab covered =
        fromAbove(Vec3.ZERO).box(new Vec3(-1, 0, edge - 0.004), new Vec3(2, 3, 0.004));
    LampLab.Shot shadowed = covered.shoot(8, covered.lamp(panel, at, Vec3.ZERO, 3000));
    double all = 0;
    double worst = 0;
    for (int column = 203; column < 300; column++) {
      double x = (column + 0.5 - 200) / 100;
      double bound = -x * (height - edge) / edge;
      double expected = irradiance(x, bound, height, width) / irradiance(x, -9, height, width);
      double sum = 0;
      double full = 0;
      for (int y = 30; y < 90; y++) {
        sum += shadowed.luminance(column, y);
        full += lit.luminance(column, y);
      }
      double error = Math.abs(sum / full - expected);
      worst = Math.max(worst, error);
      all += error;
    }
    assertTrue(worst < 0.06, "largest error " + worst);
    assertTrue(all / 97 < 0.02, "mean error " + all / 97);
  }

  /** Of a level panel's part beyond x = from, at a point of the floor, relative: midpoint rule. */
  private static double irradiance(double x, double from, double height, double width) {
    double first = Math.max(from, -width / 2);
    int steps = 200;
    double sum = 0;
    for (int i = 0; i < steps && first < width / 2; i++) {
      double away = first + (i + 0.5) * (width / 2 - first) / steps - x;
      for (int j = 0; j < steps; j++) {
        double along = ((j + 0.5) / steps - 0.5) * width;
        double square = away * away + along * along + height * height;
        sum += height * height / (square * square) * (width / 2 - first);
      }
    }
    return sum;
  }

  /** Column at which the light over some rows crosses a share of what it is without shadow. */
  private static double crossing(LampLab.Shot shadowed, LampLab.Shot lit, double share) {
    double before = 0;
    for (int x = 201; x < 380; x++) {
      double sum = 0;
      double full = 0;
      for (int y = 20; y < 100; y++) {
        sum += shadowed.luminance(x, y);
        full += lit.luminance(x, y);
      }
      if (sum >= share * full) {
        return x + 0.5 - (sum / full - share) / Math.max(1e-6, sum / full - before);
      }
      before = sum / full;
    }
    throw new AssertionError("no crossing");
  }

  /** No speckle of surfaces that shade themselves: floor and ball are as bright as unshadowed. */
  @Test
  void litSurfacesDoNotShadeThemselves() {
    PinholeCamera camera = new PinholeCamera(160, 120, 140, 140, 80, 60);
    for (LampShape shape : SHAPES) {
      for (double slant : new double[] {0.2, 1, 4}) {
        LampLab lab =
            new LampLab()
                .camera(camera, Rotations.lookAt(new Vec3(0, -4, 2.5), new Vec3(0, 0, 0.2)));
        Vec3 at = new Vec3(slant, -0.5, 1.2);
        SampledLamp lamp = lab.lamp(shape, at, Vec3.ZERO, 1500);
        LampLab.Shot shot = lab.shoot(5.5, lamp);
        assertSmooth(shot, 160, 120, shape + " at " + slant);
      }
    }
  }

  /** Every pixel lies between its neighbors on both sides, within two codes. */
  private static void assertSmooth(LampLab.Shot shot, int width, int height, String where) {
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int least = Math.min(shot.code(x - 1, y), shot.code(x + 1, y));
        assertTrue(shot.code(x, y) >= least - 2, where + ": speck at " + x + ", " + y);
      }
    }
  }

  /** A wall of 2 cm keeps all light out of the room behind it, down to its foot. */
  @Test
  void nothingLeaksThroughAThinWall() {
    PinholeCamera camera = new PinholeCamera(200, 120, 110, 110, 100, 60);
    for (LampShape shape : SHAPES) {
      LampLab lab =
          new LampLab().camera(camera, Rotations.lookAt(new Vec3(-1.9, 0, 1), new Vec3(0, 0, 0)));
      // Around the camera's side: walls of 2 cm at x = 0 and at the other sides, and a roof.
      lab.box(new Vec3(0.01, 0, -0.1), new Vec3(0.02, 8, 3));
      lab.box(new Vec3(-2, 4, -0.1), new Vec3(4.04, 0.02, 3));
      lab.box(new Vec3(-2, -4, -0.1), new Vec3(4.04, 0.02, 3));
      lab.box(new Vec3(-2, 0, 2.88), new Vec3(4.04, 8.02, 0.02));
      SampledLamp lamp = lab.lamp(shape, new Vec3(1.2, 0.3, 1.6), Vec3.ZERO, 4000);
      LampLab.Shot shot = lab.shoot(4, lamp);
      for (int i = 0; i < 200 * 120; i++) {
        assertEquals(0, shot.code(i % 200, i / 200), shape + " at " + i % 200 + ", " + i / 200);
      }
    }
  }

  /** Things stand on the floor: right at its foot a box's shadow begins. */
  @Test
  void shadowsStartAtTheFoot() {
    for (LampShape shape : SHAPES) {
      LampLab lab = fromAbove(Vec3.ZERO);
      lab.box(new Vec3(-0.2, 0, 0), new Vec3(0.4, 0.6, 0.5));
      SampledLamp lamp = lab.lamp(shape, new Vec3(-1.5, 0, 1.2), Vec3.ZERO, 1500);
      LampLab.Shot shot = lab.shoot(5, lamp);
      // The box's upper edge at x = 0 shows at 200 + 100 · 0 / (10 - 0.5); the floor follows.
      assertTrue(shot.code(203, 60) <= 3, shape + ": " + shot.code(203, 60));
      assertTrue(shot.code(320, 60) > 20, shape.toString());
    }
  }

  /** Holes of an alpha-tested caster let light through. */
  @Test
  void holesLetLightThrough() {
    LampLab lab = fromAbove(Vec3.ZERO).addLattice(1.0);
    SampledLamp lamp = lab.above(new LampShape.Point(0), 2, 2000);
    LampLab.Shot shot = lab.shoot(6, lamp);
    // The lattice of 1 m at half the height: its left half is solid and throws a shadow of 1 m.
    assertEquals(0, shot.code(200 - 80, 60));
    assertTrue(shot.code(200 + 80, 60) > 50);
    assertTrue(shot.code(200 - 130, 60) > 20);
  }

  @Test
  void aLampOutOfViewMayStillLightIt() {
    LampLab lab = fromAbove(Vec3.ZERO);
    SampledLamp behind = lab.lamp(new LampShape.Point(0), new Vec3(0, 0, 12), Vec3.ZERO, 30000);
    assertTrue(lab.shoot(5, behind).code(200, 60) > 50);
  }
}
