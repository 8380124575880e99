package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.SpecularAlbedo;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
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

/** Color against closed forms: luminance over 1.2 · 2^EV, then sRGB. */
class LightTest {
  private static final double EV = 12;
  private static final double WHITE = 1.2 * StrictMath.pow(2, EV);
  private static final GradientSky DARK =
      new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK);
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 100, 100, 32, 24);

  private final InMemoryAssets assets = new InMemoryAssets();

  LightTest() {
    assets.add(
        "floor", Shape.PLANE.mesh(4), Material.plain("gray", new LinearColor(0.4, 0.2, 0.1), 0, 1));
    assets.add(
        "pole", Shape.BOX.mesh(4), Material.plain("dark", new LinearColor(0.1, 0.1, 0.1), 0, 1));
  }

  /**
   * Sun and camera above: for n = l = v and roughness 1 the lobe is F0 / 4π, raised by what bounces
   * between facets, beside the diffuse albedo / π of what the lobe leaves.
   */
  @Test
  void lambertFloorUnderTheSun() {
    double illuminance = 9000;
    LinearColor lux = new LinearColor(illuminance, illuminance / 2, illuminance / 4);
    assertFloor(
        new SampledLighting(Optional.of(new Sun(Vec3.UNIT_Z, lux, 0.009)), DARK),
        new double[] {
          illuminance * reflectedAlongTheNormal(0.4),
          illuminance / 2 * reflectedAlongTheNormal(0.2),
          illuminance / 4 * reflectedAlongTheNormal(0.1)
        });
  }

  static double reflectedAlongTheNormal(double albedo) {
    SpecularAlbedo table = new SpecularAlbedo();
    double scale = table.scale(SpecularAlbedo.SIZE - 1, SpecularAlbedo.SIZE - 1);
    double bias = table.bias(SpecularAlbedo.SIZE - 1, SpecularAlbedo.SIZE - 1);
    double single = 0.04 * scale + bias;
    double lost = 1 - scale - bias;
    double average = 0.04 + 0.96 / 21;
    double multiple = lost * single * average / (1 - average * lost);
    return (albedo * (1 - single - multiple) + 0.04 / 4 * (1 + multiple / single)) / Math.PI;
  }

  /** A floor sees the upper half: π · (horizon / 3 + 2 / 3 · zenith) of the linear gradient. */
  @Test
  void lambertFloorUnderTheSky() {
    LinearColor zenith = new LinearColor(3000, 2000, 1000);
    LinearColor horizon = new LinearColor(1500, 6000, 3000);
    SampledLighting sky =
        new SampledLighting(
            Optional.empty(), new GradientSky(zenith, horizon, LinearColor.WHITE.times(1e5)));
    double[] mean = {
      zenith.red() * 2 / 3 + horizon.red() / 3,
      zenith.green() * 2 / 3 + horizon.green() / 3,
      zenith.blue() * 2 / 3 + horizon.blue() / 3
    };
    // The lobe mirrors a few hundredths of the light, and keeps them from the diffuse layer.
    double[] lowest = {0.4 * mean[0], 0.2 * mean[1], 0.1 * mean[2]};
    Renders.view(
        assets,
        lookingDown(sky),
        view -> {
          for (int channel = 0; channel < 3; channel++) {
            int low = srgb(lowest[channel] / WHITE);
            int high = srgb((lowest[channel] + 0.025 * mean[channel]) / WHITE);
            int value = color(view, 32, 24, channel);
            assertTrue(value >= low && value <= high + 1, value + " in " + low + ".." + high);
          }
        });
  }

  @Test
  void skyIsItsGradient() {
    GradientSky sky =
        new GradientSky(
            new LinearColor(500, 1000, 3000),
            new LinearColor(2500, 2000, 1500),
            new LinearColor(300, 200, 100));
    View view = view(Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y));
    RenderJob job =
        new RenderJob(List.of(), new SampledLighting(Optional.empty(), sky), List.of(view));
    Renders.view(
        assets,
        job,
        rendered -> {
          for (int y = 0; y < 48; y++) {
            Vec3 direction =
                view.worldFromCamera().transformDirection(CAMERA.direction(10.5, y + 0.5));
            LinearColor expected = sky.luminance(direction);
            assertEquals(srgb(expected.red() / WHITE), color(rendered, 10, y, 0), 1);
            assertEquals(srgb(expected.green() / WHITE), color(rendered, 10, y, 1), 1);
            assertEquals(srgb(expected.blue() / WHITE), color(rendered, 10, y, 2), 1);
          }
        });
  }

  /** A pole's shadow ends where the sun's ray over its top meets the ground, to the pixel. */
  @Test
  void shadowEndsWhereTheRayOverTheTopMeetsTheGround() {
    for (double elevation : new double[] {25, 40, 65}) {
      double height = 2;
      double reach = height / StrictMath.tan(Math.toRadians(elevation));
      Vec3 towards = Rotations.direction(Math.PI, Math.toRadians(elevation));
      PinholeCamera camera = new PinholeCamera(640, 480, 500, 500, 320, 240);
      Vec3 eye = new Vec3(reach, -0.01, 12);
      Affine3 pose = Rotations.lookAt(eye, new Vec3(reach, 0, 0));
      SampledLighting light =
          new SampledLighting(
              Optional.of(new Sun(towards, LinearColor.WHITE.times(20_000), 0.009)),
              new GradientSky(
                  LinearColor.WHITE.times(500),
                  LinearColor.WHITE.times(500),
                  LinearColor.WHITE.times(500)));
      List<Draw> draws =
          List.of(
              assets.draw(1, "floor", Affine3.scaling(new Vec3(60, 60, 1))),
              // Its sunlit edge stands at x = 0, where the longest shadow starts.
              assets.draw(
                  2,
                  "pole",
                  Affine3.translation(new Vec3(-0.1, 0, 0))
                      .times(Affine3.scaling(new Vec3(0.2, 0.2, height)))));
      View view = new View("", camera, pose, Development.exposed(EV), EnumSet.allOf(Channel.class));
      Renders.view(
          assets,
          new RenderJob(draws, light, List.of(view)),
          rendered -> {
            Vec3 tip = pose.inverse().transformPoint(new Vec3(reach, 0, 0));
            int row = (int) camera.projectY(tip);
            double expected = camera.projectX(tip);
            int lit = color(rendered, (int) expected + 30, row, 1);
            int shaded = color(rendered, (int) expected - 8, row, 1);
            assertTrue(lit > 2 * shaded, "lit " + lit + ", shaded " + shaded);
            int column = (int) expected - 8;
            while (color(rendered, column, row, 1) < (lit + shaded) / 2) {
              column++;
            }
            assertEquals(expected, column, 1, "sun at " + elevation + " degrees");
          });
    }
  }

  /** The penumbra of a board at a height is that height times the sun's angular diameter wide. */
  @Test
  void aShadowIsAsSoftAsTheSunIsLarge() {
    for (double height : new double[] {0.5, 1.5}) {
      double diameter = Math.toRadians(10);
      PinholeCamera camera = new PinholeCamera(400, 60, 1000, 1000, 200, 30);
      // From the left, so that the board does not hide the shadow of its own edge.
      double slant = Math.toRadians(30);
      Vec3 towards = new Vec3(-StrictMath.sin(slant), 0, StrictMath.cos(slant));
      double edge = height * StrictMath.tan(slant);
      Vec3 eye = new Vec3(edge, -1e-3, 10);
      Affine3 pose = Rotations.lookAt(eye, new Vec3(edge, 0, 0));
      SampledLighting light =
          new SampledLighting(
              Optional.of(new Sun(towards, LinearColor.WHITE.times(25_000), diameter)), DARK);
      List<Draw> draws =
          List.of(
              assets.draw(1, "floor", Affine3.scaling(new Vec3(60, 60, 1))),
              assets.draw(
                  2,
                  "pole",
                  Affine3.translation(new Vec3(-2, 0, height))
                      .times(Affine3.scaling(new Vec3(4, 6, 0.002)))));
      View view = new View("", camera, pose, Development.exposed(EV), EnumSet.allOf(Channel.class));
      Renders.view(
          assets,
          new RenderJob(draws, light, List.of(view)),
          rendered -> {
            double full = mean(rendered, 395);
            double tenth = 0;
            double ninety = 0;
            for (int x = 399; x > 200 - 100 * edge + 15; x--) {
              tenth = mean(rendered, x) > 0.1 * full ? x : tenth;
              ninety = mean(rendered, x) > 0.9 * full ? x : ninety;
            }
            // Of a disk's share beyond a line the tenth and nine tenths lie 0.687 of it apart; the
            // floor is met at a slant.
            double width = 100 * height * diameter / Math.pow(StrictMath.cos(slant), 2);
            assertEquals(0.687 * width, ninety - tenth, 0.12 * width + 1.5, "at " + height);
          });
    }
  }

  private static double mean(RenderedView view, int x) {
    double sum = 0;
    for (int y = 10; y < 50; y++) {
      sum += LampLab.decode(color(view, x, y, 0)) / 40;
    }
    return sum;
  }

  /** No speckle of a surface that shades itself, whatever the sun's height. */
  @Test
  void sunlitSurfacesDoNotShadeThemselves() {
    for (double elevation : new double[] {4, 15, 50, 85}) {
      Vec3 towards = Rotations.direction(0.7, Math.toRadians(elevation));
      SampledLighting light =
          new SampledLighting(
              Optional.of(new Sun(towards, LinearColor.WHITE.times(30_000), 0.009)), DARK);
      Renders.view(
          assets,
          new RenderJob(
              List.of(assets.draw(1, "floor", Affine3.scaling(new Vec3(200, 200, 1)))),
              light,
              List.of(view(Rotations.lookAt(new Vec3(0, -5, 3), new Vec3(0, 0, 0))))),
          view -> {
            int least = 255;
            for (int pixel = 0; pixel < 64 * 48; pixel++) {
              least = Math.min(least, color(view, pixel % 64, pixel / 64, 0));
            }
            double cosine = StrictMath.sin(Math.toRadians(elevation));
            int diffuse = srgb(30_000 * 0.4 / Math.PI * cosine / WHITE);
            assertTrue(least >= diffuse - 1, least + " below " + diffuse + " at " + elevation);
          });
    }
  }

  private void assertFloor(SampledLighting light, double[] luminance) {
    Renders.view(
        assets,
        lookingDown(light),
        view -> {
          for (int channel = 0; channel < 3; channel++) {
            assertEquals(srgb(luminance[channel] / WHITE), color(view, 32, 24, channel), 1);
          }
        });
  }

  private RenderJob lookingDown(SampledLighting light) {
    return new RenderJob(
        List.of(assets.draw(1, "floor", Affine3.scaling(new Vec3(100, 100, 1)))),
        light,
        List.of(view(Rotations.lookAt(new Vec3(0, 0, 5), Vec3.ZERO))));
  }

  private static View view(Affine3 pose) {
    return new View("", CAMERA, pose, Development.exposed(EV), EnumSet.allOf(Channel.class));
  }

  static int color(RenderedView view, int x, int y, int channel) {
    return view.plane(Channel.COLOR).get(4 * (y * view.width() + x) + channel) & 0xff;
  }

  /** Below the shoulder. */
  static int srgb(double linear) {
    double value =
        linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * value);
  }
}
