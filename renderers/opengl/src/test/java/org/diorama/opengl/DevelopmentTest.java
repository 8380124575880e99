package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.ToneCurve;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From light to the image: meter, white balance, tone curves and glare. */
class DevelopmentTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32, 24);
  private static final Affine3 POSE = Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y);

  private final InMemoryAssets assets = new InMemoryAssets();

  DevelopmentTest() {
    assets.add(
        "gray", Shape.BOX.mesh(4), Material.plain("gray", LinearColor.WHITE.times(0.3), 0, 1));
    assets.add(
        "lamp",
        Shape.BOX.mesh(4),
        new Material(
            "lamp",
            LinearColor.BLACK,
            0,
            1,
            LinearColor.WHITE.times(200),
            Material.NO_TEXTURE,
            Material.NO_TEXTURE,
            Material.NO_TEXTURE,
            AlphaMode.OPAQUE,
            0.5));
  }

  /**
   * By day an even image is middle gray, down to 5 cd/m²; below it is darker by a quarter of the
   * stops, ten at most. The bins are a quarter of a stop wide.
   */
  @ParameterizedTest
  @CsvSource({
    "31000, 0",
    "450, 0",
    "5.5, 0",
    "1.25, 0.5",
    "0.02, 1.99",
    "0.005, 2.49",
    "0.0002, 2.49"
  })
  void meteredImagesAreMiddleGrayByDay(double luminance, double stops) {
    int value = pixel(even(LinearColor.WHITE.times(luminance)), metered(0), 20, 20, 1);
    double due = 0.18 * Math.pow(2, -stops);
    double linear = linear(value);
    assertTrue(linear > due * 0.88 && linear < due * 1.13, luminance + " cd/m² becomes " + linear);
  }

  @Test
  void compensationIsInStops() {
    int darker = pixel(even(LinearColor.WHITE.times(400)), metered(-1), 20, 20, 0);
    int plain = pixel(even(LinearColor.WHITE.times(400)), metered(0), 20, 20, 0);
    int brighter = pixel(even(LinearColor.WHITE.times(400)), metered(1), 20, 20, 0);
    assertEquals(0.5, linear(darker) / linear(plain), 0.02);
    assertEquals(2, linear(brighter) / linear(plain), 0.04);
  }

  @Test
  void twiceTheLightAtOneStopLessIsTheSameImage() {
    Development first =
        new Development(Optional.of(11.0), 0, Optional.empty(), ToneCurve.FILMIC, 0.05);
    Development second =
        new Development(Optional.of(12.0), 0, Optional.empty(), ToneCurve.FILMIC, 0.05);
    byte[] once = image(lit(1), first);
    byte[] twice = image(lit(2), second);
    assertEquals(0, differing(once, twice));
    assertTrue(differing(once, image(lit(2), first)) > 1000);
  }

  /** Light of a black body is neutral once the camera is balanced to it, and only then. */
  @Test
  void whiteBalanceMakesTheLightsColorWhite() {
    for (double kelvin : new double[] {2700, 4000, 9000}) {
      LinearColor body = PlanckianLocus.color(kelvin);
      SampledLighting sky = even(body.times(1000 / body.luminance()));
      Development balanced =
          new Development(Optional.of(13.0), 0, Optional.of(kelvin), ToneCurve.NEUTRAL, 0);
      int green = pixel(sky, balanced, 20, 20, 1);
      assertEquals(green, pixel(sky, balanced, 20, 20, 0), 1, kelvin + " K");
      assertEquals(green, pixel(sky, balanced, 20, 20, 2), 1, kelvin + " K");
      assertEquals(1000 * Development.exposureFactor(13), linear(green), 0.003, kelvin + " K");
      Development asLit = Development.exposed(13);
      int difference = pixel(sky, asLit, 20, 20, 0) - pixel(sky, asLit, 20, 20, 2);
      assertTrue(Math.abs(difference) > 10, kelvin + " K: " + difference);
    }
  }

  /** A gray ramp rises all the way, keeps its grays, and ends at white. */
  @Test
  void filmicCurveRisesFromBlackToWhite() {
    int last = -1;
    for (int stop = -12; stop <= 5; stop++) {
      double luminance = 1.2 * StrictMath.pow(2, stop) * 1024;
      Development film =
          new Development(Optional.of(10.0), 0, Optional.empty(), ToneCurve.FILMIC, 0);
      SampledLighting sky = even(LinearColor.WHITE.times(luminance));
      int red = pixel(sky, film, 20, 20, 0);
      assertEquals(red, pixel(sky, film, 20, 20, 2), 1);
      assertTrue(red >= last, "stop " + stop + ": " + red + " after " + last);
      last = red;
    }
    assertTrue(last >= 250, "white is " + last);
  }

  @Test
  void glareLeavesEvenLightAndSpreadsALamp() {
    Development glare =
        new Development(Optional.of(10.0), 0, Optional.empty(), ToneCurve.NEUTRAL, 0.1);
    SampledLighting even = even(LinearColor.WHITE.times(300));
    assertEquals(pixel(even, Development.exposed(10), 5, 5, 1), pixel(even, glare, 5, 5, 1), 1);

    Draw lamp = draw(1, "lamp", new Vec3(0, 10, 0));
    SampledLighting dark = even(LinearColor.BLACK);
    int[] beside = new int[3];
    int[] without = new int[3];
    int[] columns = {38, 44, 60};
    for (int i = 0; i < 3; i++) {
      beside[i] = pixel(List.of(lamp), dark, glare, columns[i], 24, 1);
      without[i] = pixel(List.of(lamp), dark, Development.exposed(10), columns[i], 24, 1);
    }
    assertEquals(0, without[0] + without[1] + without[2], "nothing beside the lamp without glare");
    assertTrue(
        beside[0] > beside[1] && beside[1] > beside[2] && beside[2] > 0,
        beside[0] + ", " + beside[1] + ", " + beside[2]);
  }

  private static SampledLighting even(LinearColor luminance) {
    return new SampledLighting(Optional.empty(), new GradientSky(luminance, luminance, luminance));
  }

  private static SampledLighting lit(double factor) {
    LinearColor light = new LinearColor(300, 400, 500).times(factor);
    return new SampledLighting(
        Optional.of(
            new Sun(new Vec3(1, -1, 1).normalize(), LinearColor.WHITE.times(9000 * factor), 0.009)),
        new GradientSky(light, light.times(2), light.times(0.5)));
  }

  private static Development metered(double compensation) {
    return new Development(Optional.empty(), compensation, Optional.empty(), ToneCurve.NEUTRAL, 0);
  }

  private Draw draw(int id, String asset, Vec3 place) {
    return assets.draw(id, asset, Affine3.translation(place));
  }

  private byte[] image(SampledLighting light, Development development) {
    byte[] bytes = new byte[4 * 64 * 48];
    render(
        List.of(draw(1, "gray", new Vec3(0.3, 4, -0.5))),
        light,
        development,
        view -> view.plane(Channel.COLOR).get(0, bytes));
    return bytes;
  }

  private int pixel(SampledLighting light, Development development, int x, int y, int channel) {
    return pixel(List.of(), light, development, x, y, channel);
  }

  private int pixel(
      List<Draw> draws, SampledLighting light, Development development, int x, int y, int channel) {
    int[] value = new int[1];
    render(draws, light, development, view -> value[0] = LightTest.color(view, x, y, channel));
    return value[0];
  }

  private void render(
      List<Draw> draws,
      SampledLighting light,
      Development development,
      java.util.function.Consumer<RenderedView> reader) {
    View view = new View("", CAMERA, POSE, development, EnumSet.allOf(Channel.class));
    Renders.view(assets, new RenderJob(draws, light, List.of(view)), reader::accept);
  }

  private static int differing(byte[] a, byte[] b) {
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      count += a[i] == b[i] ? 0 : 1;
    }
    return count;
  }

  private static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
  }
}
