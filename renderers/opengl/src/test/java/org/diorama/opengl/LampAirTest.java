package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.light.LampShape;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLamp;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SampledWeather.Haze;
import org.diorama.core.weather.SurfaceWeather;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The glow of lamps in even fog against the integral along each ray, summed up in small steps. */
class LampAirTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(64, 48, 60, 60, 32.5, 24.5);
  private static final Vec3 EYE = new Vec3(0, 0, 2);
  private static final Affine3 POSE = Rotations.lookAt(EYE, new Vec3(0, 10, 6));
  private static final double STEP = 1e-3;
  private static final double FARTHEST = 120;
  private static final LinearColor ALBEDO = new LinearColor(0.9, 0.9, 0.9);

  private final LampLab lab = new LampLab().camera(CAMERA, POSE);

  @ParameterizedTest
  @ValueSource(doubles = {40, 150})
  void glowsAsTheIntegralSays(double visibility) {
    Haze haze = new Haze(visibility, 1000, 100, ALBEDO);
    SampledWeather weather =
        new SampledWeather(Optional.of(haze), SurfaceWeather.DRY, Precipitation.NONE);
    Vec3 at = new Vec3(1.5, 7, 6.5);
    Vec3 below = new Vec3(1, 6.5, 0);
    for (LampShape shape :
        List.of(
            new LampShape.Point(0.02),
            new LampShape.Spot(0.02, Math.toRadians(15), Math.toRadians(40)),
            new LampShape.Rectangle(0.02, 0.02))) {
      SampledLamp lamp = lab.lamp(shape, at, below, 2000);
      double[] expected = new double[CAMERA.width() * CAMERA.height()];
      double brightest = 0;
      for (int y = 3; y < CAMERA.height(); y += 6) {
        for (int x = 3; x < CAMERA.width(); x += 6) {
          expected[y * CAMERA.width() + x] = integral(lamp, weather.fog().orElseThrow(), x, y);
          brightest = Math.max(brightest, expected[y * CAMERA.width() + x]);
        }
      }
      double ev = LampLab.exposure(brightest, 0.7);
      LampLab.Shot shot = lab.shoot(ev, LampLab.NIGHT.with(List.of(lamp)), weather);
      for (int y = 3; y < CAMERA.height(); y += 6) {
        for (int x = 3; x < CAMERA.width(); x += 6) {
          double wanted = expected[y * CAMERA.width() + x];
          String what = shape + " at " + x + ", " + y + " in " + visibility + " m";
          // A step of the image is up to 0.9 % of white.
          double tolerance = 0.02 * wanted + 0.006 * shot.white();
          assertEquals(wanted, shot.luminance(x, y), tolerance, what);
        }
      }
      assertTrue(brightest > 0, "it glows");
    }
  }

  private static double integral(SampledLamp lamp, FogLayer fog, int x, int y) {
    Affine3 lampFromWorld = lamp.worldFromLamp().atLabelInstant().inverse();
    Vec3 ray = POSE.transformDirection(CAMERA.direction(x + 0.5, y + 0.5)).normalize();
    Vec3 start = lampFromWorld.transformPoint(EYE);
    Vec3 inLamp = lampFromWorld.transformDirection(ray);
    double sum = 0;
    for (double t = STEP / 2; t < FARTHEST; t += STEP) {
      Vec3 place = start.plus(inLamp.times(t));
      double distance = place.length();
      Vec3 onward = place.times(1 / distance);
      sum +=
          lamp.shape().share(onward)
              * fog.phase(-onward.dot(inLamp))
              * Math.exp(-fog.extinction() * (t + distance))
              / (distance * distance);
    }
    return sum * STEP * fog.extinction() * fog.albedo().red() * lamp.intensity().red();
  }
}
