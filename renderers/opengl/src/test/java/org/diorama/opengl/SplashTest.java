package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** A black floor seen from straight above through a narrow lens, where drops draw no streaks. */
class SplashTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(160, 120, 800, 800, 80, 60);
  private static final double HEIGHT = 16;
  private static final double SIDE = HEIGHT / 800;

  /** Of the sky, in shares of white. */
  private static final double SKY = 0.7;

  private static final int PATTERNS = 4;

  private final InMemoryAssets assets = new InMemoryAssets();
  private final Material black = Material.plain("black", LinearColor.BLACK, 1, 1);

  SplashTest() {
    assets.add("floor", Shape.PLANE.mesh(4), black);
  }

  /**
   * Drops of at least a millimeter that hit within 30 ms, by Marshall and Palmer's sizes and the
   * speed of Atlas and others, each a crown of 2 to 5 mm whose soft disk sends 40 % of the sky's
   * light.
   */
  @Test
  void theirLightGrowsWithTheRateOfRain() {
    for (double rate : new double[] {1, 8, 60}) {
      double slope = 4.1 * Math.pow(rate, -0.21);
      double number = 8000 / slope * Math.exp(-slope);
      double speed = 9.65 - 10.3 * Math.exp(-0.6 * (1 + 1 / slope));
      double squaredSize = (Math.pow(0.005, 3) - Math.pow(0.002, 3)) / (3 * 0.003);
      // Of a disk that fades from half its radius to one and a half: 2π (1.5 x²/2 - x³/3) and π/4.
      double disk = Math.PI * (0.25 + 5 / 6.0);
      double expected = number * speed * 0.03 * disk * squaredSize * 0.4 * SKY;
      double seen = 0;
      for (int pattern = 0; pattern < PATTERNS; pattern++) {
        double[] dry = greens(plane(Channel.COLOR, new Precipitation(0, 0, pattern), false));
        double[] wet = greens(plane(Channel.COLOR, new Precipitation(rate, 0, pattern), false));
        for (int i = 0; i < dry.length; i++) {
          seen += (wet[i] - dry[i]) / dry.length / PATTERNS;
        }
      }
      double splashes = number * speed * 0.03 * dryArea() * PATTERNS;
      double chance = 4 / Math.sqrt(splashes);
      assertEquals(expected, seen, (0.06 + chance) * expected, rate + " mm/h: " + splashes);
    }
  }

  @Test
  void nothingSplashesUnderARoofOrInSnow() {
    byte[] dry = plane(Channel.COLOR, Precipitation.NONE, true);
    assertArrayEquals(dry, plane(Channel.COLOR, new Precipitation(60, 0, 1), true));
    byte[] open = plane(Channel.COLOR, Precipitation.NONE, false);
    assertArrayEquals(open, plane(Channel.COLOR, new Precipitation(0, 3, 1), false));
  }

  @Test
  void splashesTouchNoLabel() {
    Precipitation rain = new Precipitation(60, 0, 1);
    int changed = 0;
    double[] dry = greens(plane(Channel.COLOR, Precipitation.NONE, false));
    double[] wet = greens(plane(Channel.COLOR, rain, false));
    for (int i = 0; i < dry.length; i++) {
      changed += wet[i] > dry[i] + 0.002 ? 1 : 0;
    }
    assertTrue(changed > 300, "splashes are seen: " + changed);
    for (Channel channel : List.of(Channel.DEPTH, Channel.INSTANCE, Channel.NORMAL)) {
      assertArrayEquals(
          plane(channel, Precipitation.NONE, false), plane(channel, rain, false), "" + channel);
    }
  }

  private static double dryArea() {
    return CAMERA.width() * CAMERA.height() * SIDE * SIDE;
  }

  private byte[] plane(Channel channel, Precipitation fall, boolean roof) {
    List<Draw> draws = new ArrayList<>();
    draws.add(floor(1, 0));
    if (roof) {
      draws.add(floor(2, HEIGHT + 2));
    }
    double ev = 8;
    LinearColor sky = LinearColor.WHITE.times(SKY * 1.2 * StrictMath.pow(2, ev));
    Affine3 pose = Rotations.lookAt(new Vec3(0, 0, HEIGHT), new Vec3(0, 1e-3, 0));
    View view = new View("", CAMERA, pose, Development.exposed(ev), EnumSet.allOf(Channel.class));
    byte[][] bytes = new byte[1][];
    Renders.view(
        assets,
        new RenderJob(
            draws,
            new SampledLighting(Optional.empty(), new GradientSky(sky, sky, sky)),
            new SampledWeather(Optional.empty(), SurfaceWeather.DRY, fall),
            List.of(view)),
        rendered -> {
          bytes[0] = new byte[channel.bytesPerPixel() * CAMERA.width() * CAMERA.height()];
          rendered.plane(channel).get(0, bytes[0]);
        });
    return bytes[0];
  }

  private static double[] greens(byte[] color) {
    double[] result = new double[color.length / 4];
    for (int i = 0; i < result.length; i++) {
      result[i] = LampLab.decode(color[4 * i + 1] & 0xff);
    }
    return result;
  }

  private Draw floor(int id, double height) {
    return assets.draw(
        id,
        "floor",
        Affine3.translation(new Vec3(0, 0, height)).times(Affine3.scaling(new Vec3(60, 60, 1))));
  }
}
