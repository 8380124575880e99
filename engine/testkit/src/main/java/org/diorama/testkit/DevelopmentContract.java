package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.light.WhiteBalance;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sample.SampledMaterial;
import org.diorama.procedural.Shape;

/**
 * From light to the image, by closed forms: exposure, meter, white balance, tone curves and glare
 * of skies of known luminance.
 */
public final class DevelopmentContract {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 50;
  private static final double EV = 10;

  /** cd/m² that are shown as 1 at that exposure: saturation of ISO 100, by 1.2 · 2^EV. */
  private static final double WHITE = 1.2 * 1024;

  private static final Affine3 LEVEL = Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y);

  private final FinishContract.Drawing renderer;
  private final InMemoryAssets assets = new InMemoryAssets();

  public DevelopmentContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
    Material gray = Material.plain("gray", LinearColor.WHITE.times(0.3), 0, 1);
    assets.add("gray", Shape.BOX.mesh(4), gray);
  }

  /** A line up to 0.8, then an exponential shoulder of the same slope that tends to 1. */
  public void neutralCurve() {
    for (double x : new double[] {0.01, 0.18, 0.6, 0.79, 0.9, 1, 1.2, 2}) {
      double due = x <= 0.8 ? x : 0.8 + 0.2 * (1 - Math.exp((0.8 - x) / 0.2));
      assertColor(gray(x), fixed(ToneCurve.NEUTRAL, Optional.empty()), due, due, due);
    }
  }

  /**
   * Codes of AgX for some exposed colors, worked out from Wrensch's constants (Minimal AgX
   * Implementation, 2023).
   */
  public void filmicCurve() {
    double[][] colorsAndCodes = {
      {0.02, 0.02, 0.02, 36.69, 36.69, 36.69},
      {0.18, 0.18, 0.18, 127.62, 127.64, 127.64},
      {1, 1, 1, 201.90, 201.94, 201.94},
      {4, 4, 4, 238.69, 238.74, 238.74},
      {0.8, 0.1, 0.05, 203.90, 108.37, 86.39},
      {0.05, 0.3, 0.9, 102.49, 155.26, 202.19},
      {3, 0.4, 0.1, 243.84, 173.14, 134.57}
    };
    for (double[] each : colorsAndCodes) {
      LinearColor light = new LinearColor(each[0], each[1], each[2]).times(WHITE);
      int[] codes = sky(light, fixed(ToneCurve.FILMIC, Optional.empty()));
      for (int k = 0; k < 3; k++) {
        assertEquals(each[3 + k], codes[k], 0.8, Arrays.toString(each) + ", channel " + k);
      }
    }
  }

  /**
   * Light of a black body is neutral once the camera is balanced to it, and only then; other colors
   * go by the rows of the same matrix.
   */
  public void whiteBalance() {
    for (double kelvin : new double[] {2700, 4000, 9000}) {
      LinearColor body = PlanckianLocus.color(kelvin).times(0.5 * WHITE);
      Development balanced = fixed(ToneCurve.NEUTRAL, Optional.of(kelvin));
      assertColor(body, balanced, 0.5, 0.5, 0.5);
      int[] asLit = sky(body, fixed(ToneCurve.NEUTRAL, Optional.empty()));
      assertTrue(Math.abs(asLit[0] - asLit[2]) > 10, kelvin + " K: " + Arrays.toString(asLit));
      double[] m = WhiteBalance.rows(kelvin);
      LinearColor c = new LinearColor(0.3, 0.25, 0.12);
      assertColor(
          c.times(WHITE),
          balanced,
          m[0] * c.red() + m[1] * c.green() + m[2] * c.blue(),
          m[3] * c.red() + m[4] * c.green() + m[5] * c.blue(),
          m[6] * c.red() + m[7] * c.green() + m[8] * c.blue());
    }
  }

  /**
   * By day an even image is middle gray, down to 5 cd/m²; below it is darker by a quarter of the
   * stops, ten at most, to less than what a code is there, wherever in a quarter of a stop it lies.
   */
  public void meter() {
    double[][] luminancesAndStops = {{31000, 0}, {7, 0}, {0.02, 1.99}, {0.0002, 2.49}};
    for (double[] each : luminancesAndStops) {
      for (int k = 0; k < 4; k++) {
        double part = (k - 1.5) / 16;
        LinearColor light = LinearColor.WHITE.times(each[0] * StrictMath.pow(2, part));
        double shown = FurnaceContract.linear(sky(light, metered(0))[1]);
        boolean isDim = each[1] > 0 && each[1] < 2.4;
        double due = 0.18 * StrictMath.pow(2, (isDim ? Development.DIM_SHARE * part : 0) - each[1]);
        double off = Math.log(shown / due) / Math.log(2);
        assertEquals(0, off, 0.03, each[0] + " cd/m²");
      }
    }
  }

  /** The meter weighs channels as luminance does. */
  public void meterOfColors() {
    for (LinearColor color : List.of(new LinearColor(1, 0.1, 0.1), new LinearColor(0.1, 0.1, 1))) {
      LinearColor light = color.times(300 / color.luminance());
      int[] codes = sky(light, metered(-1));
      double green = FurnaceContract.linear(codes[1]);
      double due = 0.09 * color.green() / color.luminance();
      assertEquals(0, Math.log(green / due) / Math.log(2), 0.03, color.toString());
    }
  }

  /**
   * The darkest and the brightest twentieth of an image count for nothing: 4 % of it are ground,
   * which else were worth half a stop and more.
   */
  public void meterLeavesOutExtremes() {
    LinearColor light = LinearColor.WHITE.times(300);
    double alone = FurnaceContract.linear(sky(light, metered(0))[1]);
    for (double ground : new double[] {1e-6, 3e7}) {
      int code = sky(light, LinearColor.WHITE.times(ground), metered(0))[1];
      double stops = Math.log(FurnaceContract.linear(code) / alone) / Math.log(2);
      assertEquals(0, stops, 0.03, "ground of " + ground + " cd/m²");
    }
  }

  /** An image is metered by itself: it is the same after a bright one and after a dark one. */
  public void meterForgets() {
    byte[] first = image(lit(1), metered(0));
    image(lit(300), metered(0));
    byte[] afterBright = image(lit(1), metered(0));
    image(lit(1e-3), metered(0));
    byte[] afterDark = image(lit(1), metered(0));
    assertArrayEquals(first, afterBright, "after a bright image");
    assertArrayEquals(first, afterDark, "after a dark image");
  }

  /** Compensation is in stops. */
  public void compensation() {
    LinearColor light = LinearColor.WHITE.times(400);
    double plain = FurnaceContract.linear(sky(light, metered(0))[0]);
    double darker = FurnaceContract.linear(sky(light, metered(-1))[0]);
    double brighter = FurnaceContract.linear(sky(light, metered(1))[0]);
    assertEquals(0.5, darker / plain, 0.02);
    assertEquals(2, brighter / plain, 0.04);
  }

  /** Twice the light at one stop more of EV is the same image to the byte, and only then. */
  public void luxAgainstStops() {
    Development first =
        new Development(Optional.of(11.0), 0, Optional.empty(), ToneCurve.FILMIC, 0.05);
    Development second =
        new Development(Optional.of(12.0), 0, Optional.empty(), ToneCurve.FILMIC, 0.05);
    byte[] once = image(lit(1), first);
    assertArrayEquals(once, image(lit(2), second));
    assertFalse(Arrays.equals(once, image(lit(2), first)));
  }

  /** Glare leaves even light alone, and takes its share of a spot a pixel wide and spreads it. */
  public void glare() {
    Development glare =
        new Development(Optional.of(EV), 0, Optional.empty(), ToneCurve.NEUTRAL, 0.3);
    assertColor(gray(0.4), glare, 0.4, 0.4, 0.4);
    SampledMaterial glowing =
        new SampledMaterial(
            Optional.of(LinearColor.BLACK),
            Optional.of(1.0),
            Optional.of(1.0),
            Optional.empty(),
            Optional.of(LinearColor.WHITE.times(WHITE)),
            Optional.empty(),
            List.of());
    // A pixel wide at 4 m, before the middle of one.
    Draw spot =
        assets.draw(
            1,
            "gray",
            Affine3.translation(new Vec3(0, 4, -0.05))
                .times(Affine3.scaling(new Vec3(0.1, 0.1, 0.1))),
            glowing);
    PinholeCamera camera =
        new PinholeCamera(WIDTH, HEIGHT, 39, 39, WIDTH / 2.0 + 0.5, HEIGHT / 2.0 + 0.5);
    byte[] image = image(List.of(spot), even(LinearColor.BLACK, LinearColor.BLACK), glare, camera);
    int middle = HEIGHT / 2 * WIDTH + WIDTH / 2;
    double left = FurnaceContract.linear(image[4 * middle] & 0xff);
    // 0.7 are left, and less than a fifth of what is spread comes back to the pixel.
    assertTrue(left > 0.69 && left < 0.76, "left: " + left);
    int[] beside = new int[3];
    for (int i = 0; i < 3; i++) {
      beside[i] = image[4 * (middle + 2 + 2 * i)] & 0xff;
    }
    assertTrue(
        beside[0] > beside[1] && beside[1] > beside[2] && beside[2] > 0, Arrays.toString(beside));
  }

  private static LinearColor gray(double exposed) {
    return LinearColor.WHITE.times(exposed * WHITE);
  }

  private static Development fixed(ToneCurve curve, Optional<Double> kelvin) {
    return new Development(Optional.of(EV), 0, kelvin, curve, 0);
  }

  private static Development metered(double compensation) {
    return new Development(Optional.empty(), compensation, Optional.empty(), ToneCurve.NEUTRAL, 0);
  }

  /** By linear values to display; within a code. */
  private void assertColor(
      LinearColor light, Development development, double red, double green, double blue) {
    int[] codes = sky(light, development);
    double[] due = {red, green, blue};
    for (int k = 0; k < 3; k++) {
      assertEquals(code(due[k]), codes[k], 0.8, light + ", channel " + k);
    }
  }

  private static double code(double linear) {
    return 255
        * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055);
  }

  private static SampledLighting even(LinearColor sky, LinearColor ground) {
    return new SampledLighting(Optional.empty(), new GradientSky(sky, sky, ground));
  }

  private static SampledLighting lit(double factor) {
    LinearColor light = new LinearColor(300, 400, 500).times(factor);
    return new SampledLighting(
        Optional.of(
            new Sun(new Vec3(1, -1, 1).normalize(), LinearColor.WHITE.times(9000 * factor), 0.009)),
        new GradientSky(light, light.times(2), light.times(0.5)));
  }

  private int[] sky(LinearColor light, Development development) {
    return sky(light, light, development);
  }

  /** Codes of a pixel of an even sky over ground in the last two rows of the image. */
  private int[] sky(LinearColor light, LinearColor ground, Development development) {
    PinholeCamera camera = new PinholeCamera(WIDTH, HEIGHT, 60, 60, WIDTH / 2.0, HEIGHT - 2);
    byte[] image = image(List.of(), even(light, ground), development, camera);
    int at = 4 * (10 * WIDTH + 20);
    return new int[] {image[at] & 0xff, image[at + 1] & 0xff, image[at + 2] & 0xff};
  }

  /** Of a gray box under sun and sky. */
  private byte[] image(SampledLighting light, Development development) {
    PinholeCamera camera = new PinholeCamera(WIDTH, HEIGHT, 60, 60, WIDTH / 2.0, HEIGHT / 2.0);
    Draw box = assets.draw(1, "gray", Affine3.translation(new Vec3(0.3, 4, -0.5)));
    return image(List.of(box), light, development, camera);
  }

  private byte[] image(
      List<Draw> draws, SampledLighting light, Development development, PinholeCamera camera) {
    View view = new View("", camera, LEVEL, development, Channel.USUAL);
    byte[] bytes = new byte[4 * WIDTH * HEIGHT];
    renderer.frame(
        assets,
        new RenderJob(draws, light, List.of(view)),
        frame -> frame.views().get(0).plane(Channel.COLOR).get(0, bytes));
    return bytes;
  }
}
