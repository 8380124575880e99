package org.diorama.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;

/**
 * What rain and snow leave of the color of a plate high above the ground, by closed forms: under a
 * uniform sky it is as bright as its lobe and its albedo say.
 */
public final class WeatherContract {
  private static final double EV = 12;
  private static final int SIZE = 33;
  private static final double SKY = FurnaceContract.linear(218);

  /** A code is 0.9 to 1.5 % wide for what is shown here. */
  private static final double TOLERANCE = 0.015;

  private static final double[] GRAY = {0.5, 0.4, 0.6};
  private static final double[] SNOW = {0.90, 0.92, 0.95};

  private final FinishContract.Drawing renderer;

  public WeatherContract(FinishContract.Drawing renderer) {
    this.renderer = renderer;
  }

  /**
   * Water in the pores of a rough surface leaves 0.35 of its albedo, of half as porous a one half
   * as much is lost, and of metal nothing: Lagarde, Water drop 3b, Physically based wet surfaces
   * (2013). It glosses by 2.5 times the smoothness and a quarter.
   */
  public void wetSurfacesAreDarker() {
    assertReflects(GRAY, 1, seen(GRAY, 0, 1, 0, SurfaceWeather.DRY), "dry");
    assertReflects(times(0.35), 0.75, seen(GRAY, 0, 1, 0, wet(1)), "soaked");
    assertReflects(times(0.675), 0.9375, seen(GRAY, 0, 1, 0, wet(0.5)), "half wet");
    assertReflects(times(0.675), 0.075, seen(GRAY, 0, 0.7, 0, wet(1)), "half as porous");
    assertReflects(GRAY, 0.15, seen(GRAY, 0, 0.5, 0, wet(1)), "not porous");
    assertArrayEquals(
        seen(GRAY, 0, 1, 180, SurfaceWeather.DRY), seen(GRAY, 0, 1, 180, wet(1)), "from below");
    double[] dry = seen(GRAY, 1, 0.3, 0, SurfaceWeather.DRY);
    double[] soaked = seen(GRAY, 1, 0.3, 0, wet(1));
    for (int k = 0; k < 3; k++) {
      assertEquals(dry[k], soaked[k], 0.02, "metal");
    }
  }

  /**
   * Six centimeters of snow hide all that faces up, up to 20 degrees; nothing from 63 degrees on,
   * of one centimeter from 45 degrees on.
   */
  public void snowLiesOnWhatFacesUp() {
    for (double degrees : new double[] {0, 20}) {
      assertReflects(SNOW, 0.9, seen(GRAY, 0, 1, degrees, snow(0.06)), degrees + " degrees");
    }
    for (double[] each : new double[][] {{0.2, 63}, {0.2, 90}, {0.2, 180}, {0.01, 45}}) {
      double[] bare = seen(GRAY, 0, 1, each[1], SurfaceWeather.DRY);
      double[] snowy = seen(GRAY, 0, 1, each[1], snow(each[0]));
      assertArrayEquals(bare, snowy, each[0] + " m at " + each[1] + " degrees");
    }
  }

  /** More snow covers more of a level plate, from nothing to all. */
  public void snowCoversByDepth() {
    double before = seen(GRAY, 0, 1, 0, SurfaceWeather.DRY)[1];
    for (double depth : new double[] {0.004, 0.008, 0.02, 0.06}) {
      double now = seen(GRAY, 0, 1, 0, snow(depth))[1];
      assertTrue(now > before + 0.01, depth + " m: " + now + " after " + before);
      before = now;
    }
  }

  private static double[] times(double share) {
    return new double[] {share * GRAY[0], share * GRAY[1], share * GRAY[2]};
  }

  private static SurfaceWeather wet(double wetness) {
    return new SurfaceWeather(wetness, 0, 0);
  }

  private static SurfaceWeather snow(double depth) {
    return new SurfaceWeather(0, 0, depth);
  }

  private static void assertReflects(
      double[] albedo, double roughness, double[] seen, String what) {
    double mirrored = LobeContract.mirrored(0.01, roughness);
    for (int k = 0; k < 3; k++) {
      double due = SKY * (mirrored + (1 - mirrored) * albedo[k]);
      assertEquals(due, seen[k], TOLERANCE * due, what + ", channel " + k);
    }
  }

  /** Mean linear color of a plate seen along its normal, which is turned from the vertical. */
  private double[] seen(
      double[] color, double metallic, double roughness, double degrees, SurfaceWeather ground) {
    InMemoryAssets assets = new InMemoryAssets();
    LinearColor base = new LinearColor(color[0], color[1], color[2]);
    assets.add("plate", Shape.PLANE.mesh(4), Material.plain("plate", base, metallic, roughness));
    Vec3 middle = new Vec3(0, 0, 9);
    double angle = Math.toRadians(degrees);
    Vec3 normal = new Vec3(0, -StrictMath.sin(angle), StrictMath.cos(angle));
    Vec3 along = Vec3.UNIT_X.times(6);
    Affine3 place = Affine3.ofColumns(along, normal.cross(along), normal, middle);
    View view =
        new View(
            "",
            new PinholeCamera(SIZE, SIZE, 40, 40, SIZE / 2.0, SIZE / 2.0),
            Rotations.lookAt(middle.plus(normal.times(3)).plus(new Vec3(1e-4, 0, 0)), middle),
            Development.exposed(EV),
            Channel.USUAL);
    LinearColor light = LinearColor.WHITE.times(SKY / Development.exposureFactor(EV));
    RenderJob job =
        new RenderJob(
            List.of(assets.draw(1, "plate", place)),
            new SampledLighting(Optional.empty(), new GradientSky(light, light, light)),
            new SampledWeather(Optional.empty(), ground, Precipitation.NONE),
            List.of(view));
    double[] mean = new double[3];
    renderer.frame(
        assets,
        job.without(Effect.OCCLUSION).without(Effect.BOUNCE),
        frame -> add(frame.views().get(0), mean));
    return mean;
  }

  private static void add(RenderedView view, double[] mean) {
    int pixels = SIZE * SIZE;
    for (int i = 0; i < 3 * pixels; i++) {
      int code = view.plane(Channel.COLOR).get(i / 3 * 4 + i % 3) & 0xff;
      mean[i % 3] += FurnaceContract.linear(code) / pixels;
    }
  }
}
