package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.render.Channel;
import org.diorama.core.render.Draw;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SampledWeather.Haze;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.procedural.Shape;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/**
 * An awning high over the way ahead, in fog and low sun: its shade hangs in the air as a slanted
 * slab, against the integral along each ray, summed up in small steps.
 */
class FogShadeTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(320, 240, 260, 260, 160, 120);
  private static final int WIDTH = CAMERA.width();
  private static final Vec3 EYE = new Vec3(0, 0, 1.5);
  private static final Vec3 TOWARDS = new Vec3(0.3, 0.62, Math.sqrt(1 - 0.4744));
  private static final double AWNING = 12;
  private static final double STEP = 0.05;

  /** Pixels over which columns of fog are smoothed, to either side. */
  private static final int BLUR = 18;

  private static final double EV = 15;

  /** Of white: brighter ones are compressed. */
  private static final double LINEAR = 0.75;

  private final InMemoryAssets assets = new InMemoryAssets();

  FogShadeTest() {
    assets.add("awning", Shape.PLANE.mesh(4), Material.plain("awning", LinearColor.BLACK, 0, 1));
  }

  @Test
  void shadeTakesWhatTheIntegralSays() {
    for (double visibility : new double[] {60, 400}) {
      for (Vec3 origin : new Vec3[] {Vec3.ZERO, new Vec3(5000, -3000, 40)}) {
        RenderJob job = job(origin, weather(origin, visibility, 10), 14);
        OutdoorLight.Fog fog = fog(job);
        double[] lit = image(job.without(Effect.SUN_SHADOWS));
        double[] shaded = image(job);
        double white = 1.2 * StrictMath.pow(2, EV);
        double most = 0;
        double worst = 0;
        double sum = 0;
        int count = 0;
        for (int y = 2; y < CAMERA.height(); y += 12) {
          for (int x = 2; x < CAMERA.width(); x += 12) {
            if (lit[y * WIDTH + x] > LINEAR) {
              continue;
            }
            double expected = lost(fog, x, y) / white;
            double least = expected;
            double greatest = expected;
            for (int corner = 0; corner < 4; corner++) {
              double near =
                  lost(fog, x - BLUR + 2 * BLUR * (corner & 1), y - BLUR + BLUR * (corner & 2))
                      / white;
              least = Math.min(least, near);
              greatest = Math.max(greatest, near);
            }
            double seen = lit[y * WIDTH + x] - shaded[y * WIDTH + x];
            most = Math.max(most, expected);
            worst = Math.max(worst, Math.max(least - seen, seen - greatest));
            sum += seen - expected;
            count++;
          }
        }
        String what = visibility + " m at " + origin;
        assertTrue(most > 0.02, what + ": the shade is seen, " + most);
        assertTrue(count > 200, what + ": most of the image is as bright as can be told");
        assertTrue(worst < 0.05 * most + 0.006, what + ": " + worst + " of " + most);
        assertEquals(0, sum / count, 0.01 * most + 0.002, what);
      }
    }
  }

  @Test
  void withoutAnythingInTheWayNothingChanges() {
    RenderJob job = job(Vec3.ZERO, weather(Vec3.ZERO, 60, 10), 0.001);
    assertArrayEquals(image(job.without(Effect.SUN_SHADOWS)), image(job), 1e-9);
  }

  /** Under a thick layer no direct sun is left to be seen. */
  @Test
  void onlyFogThatTheSunReachesShowsShade() {
    assertTrue(fog(job(Vec3.ZERO, weather(Vec3.ZERO, 60, 10), 14)).showsShade());
    RenderJob deep = job(Vec3.ZERO, weather(Vec3.ZERO, 60, 150), 14);
    assertFalse(fog(deep).showsShade());
    assertArrayEquals(image(deep.without(Effect.SUN_SHADOWS)), image(deep), 1e-9);
  }

  private static double lost(OutdoorLight.Fog fog, int x, int y) {
    Vec3 ray = ray(x, y);
    double beta = fog.layer().extinction();
    double sum = 0;
    for (double t = STEP / 2; t < fog.reach(); t += STEP) {
      sum += isShaded(EYE.plus(ray.times(t))) ? beta * Math.exp(-beta * t) * STEP : 0;
    }
    double phase = fog.layer().phase(ray.dot(TOWARDS));
    return fog.light().scatteredSunlight().green() * phase * sum;
  }

  private static Vec3 ray(int x, int y) {
    Affine3 pose = Rotations.lookAt(EYE, EYE.plus(new Vec3(0, 1, 0.1)));
    return pose.transformDirection(CAMERA.direction(x + 0.5, y + 0.5)).normalize();
  }

  private static boolean isShaded(Vec3 point) {
    double up = AWNING - point.z();
    double x = point.x() + TOWARDS.x() / TOWARDS.z() * up;
    double y = point.y() + TOWARDS.y() / TOWARDS.z() * up;
    return up > 0 && Math.abs(x) < 7 && Math.abs(y - 25) < 7;
  }

  /** Even up to far above the eye; thin above, so that the sun comes through. */
  private static SampledWeather weather(Vec3 origin, double visibility, double height) {
    Haze haze = new Haze(visibility, origin.z() + 1000, height, LinearColor.WHITE);
    return new SampledWeather(Optional.of(haze), SurfaceWeather.DRY, Precipitation.NONE);
  }

  private static OutdoorLight.Fog fog(RenderJob job) {
    GradientSky sky = (GradientSky) job.lighting().sky();
    return OutdoorLight.of(job.lighting(), sky, job.weather()).fog().orElseThrow();
  }

  private RenderJob job(Vec3 origin, SampledWeather weather, double side) {
    Affine3 place =
        Affine3.translation(origin.plus(new Vec3(0, 25, AWNING)))
            .times(Affine3.scaling(new Vec3(side, side, 1)));
    Draw awning = assets.draw(1, "awning", place);
    LinearColor sky = LinearColor.WHITE.times(500);
    SampledLighting light =
        new SampledLighting(
            Optional.of(new Sun(TOWARDS, LinearColor.WHITE.times(100_000), 0.009)),
            new GradientSky(sky, sky, sky));
    Affine3 pose =
        Affine3.translation(origin).times(Rotations.lookAt(EYE, EYE.plus(new Vec3(0, 1, 0.1))));
    View view =
        new View("", CAMERA, pose, Development.exposed(EV), EnumSet.copyOf(Set.of(Channel.COLOR)));
    return new RenderJob(List.of(awning), light, weather, List.of(view)).without(Effect.OCCLUSION);
  }

  private double[] image(RenderJob job) {
    double[] result = new double[WIDTH * CAMERA.height()];
    Renders.view(
        assets,
        job,
        view -> {
          for (int i = 0; i < result.length; i++) {
            double v = (view.plane(Channel.COLOR).get(4 * i + 1) & 0xff) / 255.0;
            result[i] = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
          }
        });
    return result;
  }
}
