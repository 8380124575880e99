package org.diorama.core.outdoor;

import java.util.Optional;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.SampledWeather;

/**
 * The light of sun and sky as the weather leaves it: what renderers draw with.
 *
 * @param sun direct light that arrives
 * @param sky as seen from the ground
 * @param fog between the camera and what it sees
 * @param weather that makes it so
 */
public record OutdoorLight(
    Optional<Sun> sun, SkyRadiance sky, Optional<Fog> fog, SampledWeather weather) {
  /**
   * @param light what the fog scatters
   */
  public record Fog(FogLayer layer, FoggedSky light) {}

  public static OutdoorLight of(Optional<Sun> sun, SkyRadiance sky, SampledWeather weather) {
    Optional<FogLayer> layer = weather.fog();
    if (layer.isEmpty()) {
      return new OutdoorLight(sun, sky, Optional.empty(), weather);
    }
    FogLight light = FogLight.of(layer.get(), layer.get().baseHeight(), sun, sky);
    return new OutdoorLight(
        light.sun(), light.sky(), Optional.of(new Fog(layer.get(), light.sky())), weather);
  }
}
