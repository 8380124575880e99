package org.diorama.core.weather;

import java.util.Optional;
import org.diorama.core.math.LinearColor;

/**
 * Decided weather.
 *
 * @param haze what dims and veils with distance; empty for clear air
 * @param ground what it has done to surfaces
 * @param fall what falls through the air
 */
public record SampledWeather(Optional<Haze> haze, SurfaceWeather ground, Precipitation fall) {
  /** Clear air over dry ground. */
  public static final SampledWeather CLEAR =
      new SampledWeather(Optional.empty(), SurfaceWeather.DRY, Precipitation.NONE);

  /** Mean cosine of the scattering angle of droplets and dust in visible light. */
  private static final double ASYMMETRY = 0.8;

  /**
   * @param visibility meters at which black is just told from the horizon, precipitation excluded
   * @param baseHeight meters in the world, up to which it is even
   * @param scaleHeight meters above that over which it thins out to 1/e
   * @param albedo share of the light met that is scattered
   */
  public record Haze(
      double visibility, double baseHeight, double scaleHeight, LinearColor albedo) {}

  /**
   * Meters at which black is just told from the horizon, up to the haze's base; may be infinite.
   */
  public double visibility() {
    return fog()
        .map(layer -> FogLayer.extinctionOfVisibility(layer.extinction()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The layer that haze, rain and snow make together. */
  public Optional<FogLayer> fog() {
    return haze.map(
        each ->
            new FogLayer(
                FogLayer.extinctionOfVisibility(each.visibility()) + fall.extinction(),
                each.baseHeight(),
                each.scaleHeight(),
                each.albedo(),
                ASYMMETRY));
  }
}
