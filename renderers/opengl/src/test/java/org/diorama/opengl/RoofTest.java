package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.asset.Material;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
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

/** A floor under a sky that is the same everywhere, partly below a roof of 4 by 4 meters. */
class RoofTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final PinholeCamera CAMERA = new PinholeCamera(WIDTH, HEIGHT, 130, 130, 80, 60);

  /** Below the roof's edge, which it doesn't see. */
  private static final Vec3 EYE = new Vec3(0, -8, 1.6);

  private static final Affine3 POSE = Rotations.lookAt(EYE, new Vec3(0, 0, 0.4));

  private final InMemoryAssets assets = new InMemoryAssets();

  RoofTest() {
    Material gray = Material.plain("gray", LinearColor.WHITE.times(0.4), 0, 1);
    assets.add("floor", Shape.PLANE.mesh(4), gray);
  }

  @Test
  void underARoofItIsDryAndFreeOfSnow() {
    for (Vec3 origin : List.of(Vec3.ZERO, new Vec3(7071.3, -7070.9, 11.7))) {
      for (SurfaceWeather ground :
          List.of(new SurfaceWeather(1, 0, 0), new SurfaceWeather(0, 0, 0.2))) {
        SampledWeather weather = new SampledWeather(Optional.empty(), ground, Precipitation.NONE);
        int[] dry = greens(origin, 4, SampledWeather.CLEAR);
        int[] open = greens(origin, 0, weather);
        int[] covered = greens(origin, 4, weather);
        String what = ground + " at " + origin;
        int wet = green(open, 0, -4);
        assertTrue(Math.abs(wet - green(dry, 0, -4)) > 15, what + " is seen at all");
        for (double x = -1.5; x <= 1.5; x += 0.5) {
          assertEquals(green(dry, x, 0), green(covered, x, 0), 1, what + " under, " + x);
        }
        for (double x : new double[] {-3.2, -2.6, 2.6, 3.2}) {
          assertEquals(green(open, x, 0), green(covered, x, 0), 1, what + " beside, " + x);
        }
        int edge = green(covered, 2, 0);
        assertTrue(
            edge > Math.min(wet, green(dry, 2, 0)) && edge < Math.max(wet, green(dry, 2, 0)),
            what + ": the edge is soft, " + edge);
      }
    }
  }

  /**
   * The dry place below a roof 3 m high lies as far downwind as drops drift while they fall from
   * there. Gusts of half the wind to each side make its edge soft: what comes to a point passes the
   * roof's height within a circle, of which the roof's edge cuts off a segment.
   */
  @Test
  void windMovesTheDryPlaceBelowARoof() {
    // So little that hardly a drop is drawn; they fall at 4.19 m/s.
    Precipitation fall = new Precipitation(0.001, 0, 5, 2.8, 180);
    double slope = 2.8 / 4.19;
    // Told a quarter of a meter above the ground and as far around, so that walls shelter nothing
    // of themselves.
    double height = 2.75;
    double drift = height * slope;
    double circle = 0.25 + 0.5 * slope * height;
    SampledWeather dryWeather = new SampledWeather(Optional.empty(), SurfaceWeather.DRY, fall);
    SampledWeather weather =
        new SampledWeather(Optional.empty(), new SurfaceWeather(0.5, 0, 0), fall);
    int[] dry = greens(Vec3.ZERO, 4, dryWeather);
    int[] open = greens(Vec3.ZERO, 0, weather);
    int[] covered = greens(Vec3.ZERO, 4, weather);
    for (double x : new double[] {-0.6, 0, 0.6}) {
      assertEquals(green(dry, drift + x, 0), green(covered, drift + x, 0), 1, "dry at " + x);
    }
    for (double x : new double[] {-2, -1.4}) {
      assertEquals(green(open, x, 0), green(covered, x, 0), 1, "wet at " + x);
    }
    for (double beyond : new double[] {-0.8, -0.5, -0.2, 0, 0.2, 0.5, 0.8}) {
      double x = drift - 2 - beyond;
      double none = green(dry, x, 0);
      double all = green(open, x, 0);
      assertTrue(Math.abs(all - none) > 12, "is seen at " + x);
      double share = (green(covered, x, 0) - none) / (all - none);
      assertEquals(segment(beyond / circle), share, 0.1, beyond + " m beyond the edge");
    }
  }

  /** Share of a circle's area on one side of a chord, which lies so many radii off its center. */
  private static double segment(double off) {
    return 0.5 + (Math.asin(off) + off * Math.sqrt(1 - off * off)) / Math.PI;
  }

  @Test
  void nothingFallsUnderARoof() {
    for (Precipitation fall : List.of(new Precipitation(40, 0, 5), new Precipitation(0, 3, 5))) {
      SampledWeather weather = new SampledWeather(Optional.empty(), SurfaceWeather.DRY, fall);
      assertTrue(changed(0, weather) > 100, "it falls in the open");
      assertEquals(0, changed(40, weather), "under a wide roof");
    }
  }

  private int changed(double roof, SampledWeather weather) {
    int[] still = greens(Vec3.ZERO, roof, SampledWeather.CLEAR);
    int[] falling = greens(Vec3.ZERO, roof, weather);
    int count = 0;
    // The floor alone: the sky is open.
    for (int i = WIDTH * 70; i < still.length; i++) {
      count += Math.abs(still[i] - falling[i]) > 1 ? 1 : 0;
    }
    return count;
  }

  /** Of the pixel that shows a place of the floor. */
  private static int green(int[] image, double x, double y) {
    Vec3 inView = POSE.inverse().transformPoint(new Vec3(x, y, 0));
    int column = (int) CAMERA.projectX(inView);
    return image[(int) CAMERA.projectY(inView) * WIDTH + column];
  }

  private int[] greens(Vec3 origin, double roof, SampledWeather weather) {
    List<Draw> draws = new ArrayList<>();
    Affine3 place = Affine3.translation(origin);
    draws.add(draw(1, place.times(Affine3.scaling(new Vec3(60, 60, 1)))));
    if (roof > 0) {
      draws.add(
          draw(
              2,
              place
                  .times(Affine3.translation(new Vec3(0, 0, 3)))
                  .times(Affine3.scaling(new Vec3(roof, roof, 1)))));
    }
    LinearColor sky = LinearColor.WHITE.times(1000);
    SampledLighting light = new SampledLighting(Optional.empty(), new GradientSky(sky, sky, sky));
    View view =
        new View(
            "",
            CAMERA,
            place.times(POSE),
            Development.exposed(11),
            EnumSet.copyOf(Set.of(Channel.COLOR)));
    int[] greens = new int[WIDTH * HEIGHT];
    Renders.view(
        assets,
        new RenderJob(draws, light, weather, List.of(view)).without(Effect.OCCLUSION),
        rendered -> {
          for (int i = 0; i < greens.length; i++) {
            greens[i] = rendered.plane(Channel.COLOR).get(4 * i + 1) & 0xff;
          }
        });
    return greens;
  }

  private Draw draw(int id, Affine3 pose) {
    return assets.draw(id, "floor", pose);
  }
}
