package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLamp;
import org.junit.jupiter.api.Test;

/** Light of lamps without anything in its way, against closed forms. */
class LampTest {
  private static final LampShape POINT = new LampShape.Point(0);
  private static final LampShape BULB = new LampShape.Point(0.1);

  /** Exposed so that the middle pixel shows 0.6 of white, and returns the illuminance there. */
  private static double illuminance(LampLab lab, SampledLamp lamp, double expected) {
    double ev = LampLab.exposure(expected * REFLECTANCE, 0.6);
    return lab.shoot(ev, lamp).luminance(32, 24) / REFLECTANCE;
  }

  /** Of the pale floor for light along its normal, seen along its normal. */
  private static final double REFLECTANCE = LightTest.reflectedAlongTheNormal(LampLab.ALBEDO);

  @Test
  void aPointFollowsTheInverseSquare() {
    LampLab lab = new LampLab();
    for (double height : new double[] {0.5, 1, 2, 4, 9}) {
      double expected = 1000 / (4 * Math.PI) / (height * height);
      assertEquals(
          expected, illuminance(lab, lab.above(POINT, height, 1000), expected), 0.01 * expected);
      assertEquals(
          expected, illuminance(lab, lab.above(BULB, height, 1000), expected), 0.01 * expected);
    }
  }

  /** Under the middle of a disk of luminance L that is seen at a half angle θ: π L sin² θ. */
  @Test
  void aDiskGivesPiTimesItsLuminanceTimesTheSquaredSine() {
    LampLab lab = new LampLab();
    for (double height : new double[] {0.25, 0.5, 1, 3, 10}) {
      SampledLamp lamp = lab.above(new LampShape.Disk(1), height, 2000);
      double expected = Math.PI * lamp.luminance().red() * 0.25 / (0.25 + height * height);
      assertEquals(expected, illuminance(lab, lamp, expected), 0.01 * expected, "at " + height);
    }
  }

  /**
   * Under the middle of a parallel rectangle: four times the form factor of a corner's quarter,
   * Howell, A Catalog of Radiation Heat Transfer Configuration Factors, B-3.
   */
  @Test
  void aRectangleGivesItsFormFactor() {
    LampLab lab = new LampLab();
    for (double height : new double[] {0.3, 1, 2.5, 20}) {
      SampledLamp lamp = lab.above(new LampShape.Rectangle(0.6, 1.2), height, 2000);
      double a = 0.3 / height;
      double b = 0.6 / height;
      double corner =
          a / Math.sqrt(1 + a * a) * Math.atan(b / Math.sqrt(1 + a * a))
              + b / Math.sqrt(1 + b * b) * Math.atan(a / Math.sqrt(1 + b * b));
      double expected = lamp.luminance().red() * 4 * corner / 2;
      assertEquals(expected, illuminance(lab, lamp, expected), 0.01 * expected, "at " + height);
    }
  }

  /**
   * Close to a wide panel, what a white floor has more than a black one is Lambert's share of the
   * whole form factor.
   */
  @Test
  void aWidePanelGivesItsFormFactor() {
    double share = LightTest.reflectedAlongTheNormal(1) - LightTest.reflectedAlongTheNormal(0);
    for (double height : new double[] {0.1, 0.2}) {
      double a = 0.3 / height;
      double b = 0.6 / height;
      double corner =
          a / Math.sqrt(1 + a * a) * Math.atan(b / Math.sqrt(1 + a * a))
              + b / Math.sqrt(1 + b * b) * Math.atan(a / Math.sqrt(1 + b * b));
      LampShape panel = new LampShape.Rectangle(0.6, 1.2);
      double[] seen = new double[2];
      double expected = 0;
      for (int white = 0; white < 2; white++) {
        Material floor = Material.plain("floor", LinearColor.WHITE.times(white), 0, 1);
        LampLab lab = new LampLab().paved(floor);
        SampledLamp lamp = lab.above(panel, height + 0.01, 2000);
        expected = lamp.luminance().red() * 4 * corner / 2 * share;
        seen[white] = lab.shoot(LampLab.exposure(expected, 0.65), lamp).luminance(32, 24);
      }
      assertEquals(expected, seen[1] - seen[0], 0.008 * expected, "at " + height);
    }
  }

  /** Half of a panel that stands on edge lies below the horizon of the floor. */
  @Test
  void thePartBelowTheHorizonGivesNothing() {
    LampLab lab = new LampLab();
    // A panel of 2 × 2 m one meter away, its center at the height of the floor, facing the point.
    SampledLamp lamp = lab.lamp(new LampShape.Rectangle(2, 2), new Vec3(1, 0, 0), Vec3.ZERO, 2000);
    // B-4: perpendicular, corner to corner; both quarters above the horizon give the same.
    double corner = Math.atan(1) - 1 / Math.sqrt(2) * Math.atan(1 / Math.sqrt(2));
    double expected = lamp.luminance().red() * 2 * corner / 2;
    assertEquals(expected, illuminance(lab, lamp, expected), 0.02 * expected);
  }

  /** Under the middle of a tube along the floor: the integral of h² / r⁴ over its length. */
  @Test
  void aTubeGivesTheIntegralOverItsLength() {
    LampLab lab = new LampLab();
    for (double height : new double[] {0.4, 1, 3}) {
      SampledLamp lamp = lab.above(new LampShape.Tube(1.2, 0.02), height, 2000);
      double x = 0.6;
      double sum = x / (x * x + height * height) + Math.atan(x / height) / height;
      double expected = lamp.luminance().red() * 0.02 * sum;
      assertEquals(expected, illuminance(lab, lamp, expected), 0.01 * expected, "at " + height);
    }
  }

  /** What arrives on the floor is what the lamp gives. */
  @Test
  void theLumensOfASpotArrive() {
    PinholeCamera camera = new PinholeCamera(160, 160, 800, 800, 80, 80);
    LampLab lab = new LampLab().camera(camera, Rotations.lookAt(new Vec3(0, 0, 20), Vec3.ZERO));
    for (double outer : new double[] {15, 35}) {
      LampShape spot = new LampShape.Spot(0, Math.toRadians(0.6 * outer), Math.toRadians(outer));
      SampledLamp lamp = lab.above(spot, 2, 800);
      double brightest = lamp.intensity().red() / 4 * REFLECTANCE;
      LampLab.Shot shot = lab.shoot(LampLab.exposure(brightest, 0.75), lamp);
      double flux = 0;
      for (int i = 0; i < 160 * 160; i++) {
        flux += shot.luminance(i % 160, i / 160) / REFLECTANCE * (20.0 / 800) * (20.0 / 800);
      }
      assertEquals(800, flux, 0.02 * 800, "cone of " + outer);
    }
  }

  /** Where the cosine has come a quarter of the way from the edge of a cone, 3t² - 2t³ of it. */
  @Test
  void aConeFadesSmoothly() {
    LampLab lab = new LampLab();
    double edge = 0.8;
    double full = 0.96;
    LampShape spot = new LampShape.Spot(0, Math.acos(full), Math.acos(edge));
    for (double t : new double[] {0.25, 0.5, 0.75}) {
      double cosine = edge + t * (full - edge);
      // Its axis leans so that the point straight below stands that far off it.
      double aside = 2 * Math.tan(Math.acos(cosine));
      SampledLamp lamp = lab.lamp(spot, new Vec3(0, 0, 2), new Vec3(aside, 0, 0), 800);
      double expected = lamp.intensity().red() / 4 * t * t * (3 - 2 * t);
      assertEquals(expected, illuminance(lab, lamp, expected), 0.01 * expected, "at " + t);
    }
  }

  /** A mirror shows a large panel's own luminance, less 4 % that its lobe is thought to lose. */
  @Test
  void aMirrorShowsAPanelsLuminance() {
    LampLab lab = new LampLab().paved(Material.plain("mirror", LinearColor.WHITE, 1, 0.05));
    for (LampShape shape : List.of(new LampShape.Rectangle(4, 4), new LampShape.Disk(4))) {
      // Behind the camera, which looks straight down.
      SampledLamp lamp = lab.above(shape, 7, 2000);
      double expected = lamp.luminance().red();
      double seen = lab.shoot(LampLab.exposure(expected, 0.6), lamp).luminance(32, 24);
      assertEquals(expected, seen, 0.045 * expected, shape.toString());
    }
  }

  /** A globe smaller than a pixel is spread over some: what arrives of it is I / d². */
  @Test
  void aFarGlobeGivesItsLight() {
    LampLab lab =
        new LampLab()
            .clear()
            .camera(
                new PinholeCamera(64, 48, 100, 100, 32, 24),
                Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));
    for (double diameter : new double[] {0.02, 0.1}) {
      SampledLamp lamp =
          LampLab.visible(
              lab.lamp(new LampShape.Point(diameter), new Vec3(0.1, 30, 0.07), Vec3.ZERO, 5000));
      double due = lamp.intensity().red() / (30 * 30);
      // It covers about pi of 0.7 squared pixels.
      LampLab.Shot shot = lab.shoot(LampLab.exposure(due * 100 * 100 / 1.5, 0.6), lamp);
      double sum = 0;
      for (int i = 0; i < 64 * 48; i++) {
        sum += shot.luminance(i % 64, i / 64) / (100 * 100);
      }
      assertEquals(due, sum, 0.2 * due, "a globe of " + diameter + " m");
    }
  }

  /** Light adds up: two lamps together are each alone and summed, colors apart. */
  @Test
  void twoLampsAreTheSumOfEach() {
    LampLab lab = new LampLab().box(new Vec3(0.3, 0.2, 0), new Vec3(0.3, 0.3, 0.4));
    SampledLamp a = lab.lamp(new LampShape.Rectangle(0.4, 0.8), new Vec3(1, 1, 2), Vec3.ZERO, 900);
    SampledLamp b =
        lab.lamp(new LampShape.Spot(0.05, 0.4, 0.6), new Vec3(-1, 0.5, 2.5), Vec3.ZERO, 300);
    double ev = LampLab.exposure(60 * REFLECTANCE, 0.4);
    LampLab.Shot both = lab.shoot(ev, a, b);
    LampLab.Shot first = lab.shoot(ev, a);
    LampLab.Shot second = lab.shoot(ev, b);
    double greatest = 0;
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 64; x++) {
        double sum = LampLab.decode(first.code(x, y)) + LampLab.decode(second.code(x, y));
        if (sum < 0.75) {
          greatest = Math.max(greatest, sum);
          assertEquals(sum, LampLab.decode(both.code(x, y)), 0.012, x + ", " + y);
        }
      }
    }
    assertTrue(greatest > 0.3, "nothing is lit");
  }

  @Test
  void twiceTheLumensAtOneStopLessIsTheSameImage() {
    LampLab lab = new LampLab().box(new Vec3(0.3, 0.2, 0), new Vec3(0.3, 0.3, 0.4));
    List<LampShape> shapes = List.of(BULB, new LampShape.Disk(0.5), new LampShape.Tube(1, 0.03));
    for (LampShape shape : shapes) {
      LampLab.Shot once = lab.shoot(6, lab.lamp(shape, new Vec3(1, 1, 2), Vec3.ZERO, 700));
      LampLab.Shot twice = lab.shoot(7, lab.lamp(shape, new Vec3(1, 1, 2), Vec3.ZERO, 1400));
      assertArrayEquals(once.color(), twice.color());
    }
  }

  /** Whatever the lamps, what labels are made of is the same to the byte. */
  @Test
  void lampsLeaveLabelsAlone() {
    LampLab lab = new LampLab().box(new Vec3(0.3, 0.2, 0), new Vec3(0.3, 0.3, 0.4));
    LampLab.Shot dark = lab.shoot(6);
    LampLab.Shot lit =
        lab.shoot(
            6,
            lab.above(BULB, 1, 900),
            lab.above(new LampShape.Rectangle(1, 1), 2, 900),
            lab.above(new LampShape.Spot(0.1, 0.2, 0.4), 2, 900));
    assertArrayEquals(dark.depth(), lit.depth());
    assertArrayEquals(dark.instance(), lit.instance());
    assertTrue(dark.code(32, 24) == 0 && lit.code(32, 24) > 50);
  }

  /** More lamps than one batch of shadow maps holds: all of them shine. */
  @Test
  void anyNumberOfLampsShines() {
    LampLab lab = new LampLab();
    SampledLamp[] lamps = new SampledLamp[40];
    for (int i = 0; i < lamps.length; i++) {
      lamps[i] = lab.above(BULB, 2, 25);
    }
    double expected = 40 * 25 / (4 * Math.PI) / 4;
    double ev = LampLab.exposure(expected * REFLECTANCE, 0.6);
    double seen = lab.shoot(ev, lamps).luminance(32, 24) / REFLECTANCE;
    assertEquals(expected, seen, 0.01 * expected);
  }

  /** Where it would add less than anyone sees, a lamp costs nothing and changes nothing. */
  @Test
  void aFaintLampIsLeftOut() {
    LampLab lab = new LampLab();
    LampLab.Shot dark = lab.shoot(14);
    LampLab.Shot faint = lab.shoot(14, lab.above(BULB, 4, 1));
    assertArrayEquals(dark.color(), faint.color());
    assertEquals(LinearColor.WHITE.times(1 / (4 * Math.PI)), lab.above(BULB, 4, 1).intensity());
  }

  /**
   * The glowing shape shows its luminance, leaves labels alone, and is hidden by what is nearer.
   */
  @Test
  void aVisibleLampShowsItsLuminance() {
    List<LampShape> shapes =
        List.of(
            new LampShape.Point(0.4), new LampShape.Tube(0.8, 0.4), new LampShape.Rectangle(1, 1));
    for (LampShape shape : shapes) {
      LampLab lab = new LampLab();
      // Panels shine upwards, at the camera.
      Vec3 target = shape instanceof LampShape.Rectangle ? new Vec3(0, 0, 9) : Vec3.ZERO;
      SampledLamp lamp = LampLab.visible(lab.lamp(shape, new Vec3(0, 0, 2), target, 1000));
      double expected = lamp.luminance().red();
      double ev = LampLab.exposure(expected, 0.6);
      LampLab.Shot shot = lab.shoot(ev, lamp);
      assertEquals(expected, shot.luminance(32, 24), 0.01 * expected, shape.toString());
      assertArrayEquals(lab.shoot(ev).depth(), shot.depth());
      assertArrayEquals(lab.shoot(ev).instance(), shot.instance());
      lab.box(new Vec3(0, 0, 3), new Vec3(0.6, 0.6, 0.1));
      assertTrue(lab.shoot(ev, lamp).luminance(32, 24) < 0.1 * expected, "hidden " + shape);
    }
  }

  /** The visible area of a globe is that of its disk. */
  @Test
  void aGlobeIsAsLargeAsItIs() {
    LampLab lab = new LampLab();
    SampledLamp lamp =
        LampLab.visible(lab.lamp(new LampShape.Point(0.4), new Vec3(0, 0, 2), Vec3.ZERO, 1000));
    LampLab.Shot shot = lab.shoot(LampLab.exposure(lamp.luminance().red(), 0.6), lamp);
    double area = 0;
    for (int i = 0; i < 64 * 48; i++) {
      area += shot.luminance(i % 64, i / 64) / lamp.luminance().red();
    }
    // A ball of 0.2 m at 3 m covers the tangent of asin(0.2 / 3), at 100 pixels of focal length;
    // four rays a pixel count it.
    double expected = Math.PI * Math.pow(100 * Math.tan(Math.asin(0.2 / 3)), 2);
    assertEquals(expected, area, 0.12 * expected);
  }
}
