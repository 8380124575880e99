package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.Development;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.diorama.testkit.InMemoryAssets;
import org.junit.jupiter.api.Test;

/** Drops and flakes at night before nothing: all that is seen is what they send on of lamps. */
class LitRainTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final PinholeCamera CAMERA = new PinholeCamera(WIDTH, HEIGHT, 70, 70, 48, 32);
  private static final Precipitation RAIN = new Precipitation(40, 0, 3);
  private static final Precipitation SNOW = new Precipitation(0, 3, 3);
  private static final Vec3 AHEAD = new Vec3(0, 12, 0);
  private static final Vec3 BEHIND = new Vec3(0, -12, 0);

  @Test
  void whatFallsIsAsBrightAsItsLampsTogether() {
    for (Precipitation fall : List.of(RAIN, SNOW)) {
      assertEquals(0, light(fall, 4, List.of()));
      double once = light(fall, 4, List.of(AHEAD));
      assertTrue(once > 1, fall + " is lit: " + once);
      // Half the sensitivity for twice the light.
      assertEquals(once, light(fall, 5, List.of(AHEAD, AHEAD)), 0.01 * once, fall.toString());
    }
  }

  /** More lamps than a batch of shadow maps holds: none is left out as long as they fit. */
  @Test
  void lampsOfEveryBatchLightIt() {
    double once = light(SNOW, 4, List.of(AHEAD));
    List<Vec3> many = IntStream.range(0, 32).mapToObj(i -> AHEAD).toList();
    assertEquals(once, light(SNOW, 9, many), 0.01 * once);
  }

  /** Against the light rain shines, with the light behind the camera it is hardly seen. */
  @Test
  void dropsScatterForwardAndFlakesToAllSides() {
    double against = light(RAIN, 4, List.of(AHEAD)) / light(SNOW, 4, List.of(AHEAD));
    double along = light(RAIN, 4, List.of(BEHIND)) / light(SNOW, 4, List.of(BEHIND));
    assertTrue(against > 5 * along, against + " against the light, " + along + " along it");
  }

  /** Sum of linear values. */
  private static double light(Precipitation fall, double ev, List<Vec3> places) {
    LinearColor dark = LinearColor.BLACK;
    SampledLighting night =
        new SampledLighting(Optional.empty(), new GradientSky(dark, dark, dark))
            .with(IntStream.range(0, places.size()).mapToObj(i -> lamp(i, places.get(i))).toList());
    Affine3 pose = Rotations.lookAt(Vec3.ZERO, Vec3.UNIT_Y);
    View view = new View("", CAMERA, pose, Development.exposed(ev), EnumSet.allOf(Channel.class));
    SampledWeather weather = new SampledWeather(Optional.empty(), SurfaceWeather.DRY, fall);
    byte[] image = new byte[4 * WIDTH * HEIGHT];
    Renders.view(
        new InMemoryAssets(),
        new RenderJob(List.of(), night, weather, List.of(view)),
        drawn -> drawn.plane(Channel.COLOR).get(0, image));
    double sum = 0;
    for (int at = 1; at < image.length; at += 4) {
      double v = (image[at] & 0xff) / 255.0;
      sum += v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }
    return sum;
  }

  private static SampledLamp lamp(int index, Vec3 place) {
    return new SampledLamp(
        "lamps",
        index,
        new LampShape.Point(0),
        MotionStates.still(Affine3.translation(place)),
        LinearColor.WHITE.times(60_000),
        false);
  }
}
