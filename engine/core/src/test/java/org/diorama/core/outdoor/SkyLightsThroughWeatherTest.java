package org.diorama.core.outdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Sunlight;
import org.diorama.core.sky.celestial.SkyLights;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.Precipitation;
import org.diorama.core.weather.SampledWeather;
import org.diorama.core.weather.SurfaceWeather;
import org.junit.jupiter.api.Test;

/** What fog and clouds leave of stars, moon and the sun's disk. */
class SkyLightsThroughWeatherTest {
  private static final SkyBody BELOW =
      new SkyBody(Rotations.direction(0, Rotations.radians(-30)), Sunlight.above(128_000), 0.0093);
  private static final SkyBody MOON =
      new SkyBody(
          Rotations.direction(1, Rotations.radians(35)), LinearColor.WHITE.times(0.2), 0.009);

  private static SkyLights lights(Optional<CloudLayer> clouds, SampledWeather weather) {
    Air air = new Air(40_000, 300, LinearColor.WHITE.times(0.2));
    SampledLighting night =
        new SampledLighting(
            Optional.empty(),
            new AtmosphereSky(new Atmosphere(air, 0, BELOW, Optional.of(MOON), clouds)));
    return OutdoorLight.of(night, direction -> LinearColor.BLACK, weather).lights(night);
  }

  private static Vec3 up(double degrees) {
    return Rotations.direction(2, Rotations.radians(degrees));
  }

  /**
   * From an eye at 1.5 m up through a layer that thins out over H from the ground on: βH exp(-1.5 /
   * H) over the sine of the height.
   */
  @Test
  void fogDimsByItsColumn() {
    double visibility = 500;
    double scale = 60;
    SampledWeather fog =
        new SampledWeather(
            Optional.of(new SampledWeather.Haze(visibility, 0, scale, LinearColor.WHITE)),
            SurfaceWeather.DRY,
            Precipitation.NONE);
    SkyLights clear = lights(Optional.empty(), SampledWeather.CLEAR);
    SkyLights foggy = lights(Optional.empty(), fog);
    assertFalse(clear.stars().isEmpty());
    assertEquals(clear.stars(), foggy.stars());
    assertEquals(clear.disks(), foggy.disks());
    double column =
        FogLayer.extinctionOfVisibility(visibility) * scale * StrictMath.exp(-1.5 / scale);
    for (double degrees : new double[] {10, 35, 90}) {
      Vec3 direction = up(degrees);
      double expected = StrictMath.exp(-column / direction.z());
      double seen =
          foggy.through().apply(direction).green() / clear.through().apply(direction).green();
      assertEquals(expected, seen, 1e-6 * expected, degrees + " degrees");
    }
  }

  /** By the slant depth of the clouds that stand there, and nothing through a closed sky. */
  @Test
  void cloudsDimByTheirDepth() {
    CloudLayer broken = new CloudLayer(0.5, 1_200, 1_000, 6);
    SkyLights clear = lights(Optional.empty(), SampledWeather.CLEAR);
    SkyLights cloudy = lights(Optional.of(broken), SampledWeather.CLEAR);
    int hidden = 0;
    int open = 0;
    for (int k = 0; k < 200; k++) {
      Vec3 direction = Rotations.direction(0.1 * k, Rotations.radians(15 + 0.3 * k));
      double expected = StrictMath.exp(-broken.crossing(Vec3.ZERO, direction).slant());
      double clearSky = clear.through().apply(direction).green();
      assertEquals(expected * clearSky, cloudy.through().apply(direction).green(), 1e-12);
      hidden += expected < 0.01 ? 1 : 0;
      open += expected > 0.99 ? 1 : 0;
    }
    assertTrue(hidden > 20 && open > 20, hidden + " hidden, " + open + " open");
    SkyLights closed =
        lights(Optional.of(new CloudLayer(1, 1_200, 1_000, 6)), SampledWeather.CLEAR);
    assertTrue(closed.through().apply(MOON.towards()).green() < 1e-3);
  }

  @Test
  void nothingShinesFromBelow() {
    SkyLights clear = lights(Optional.empty(), SampledWeather.CLEAR);
    assertEquals(LinearColor.BLACK, clear.through().apply(up(-5)));
    assertEquals(2, clear.disks().size(), "the sun's disk stays, and is dimmed to nothing");
    assertEquals(LinearColor.BLACK, clear.through().apply(BELOW.towards()));
  }
}
