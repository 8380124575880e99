package org.diorama.core.weather;

/**
 * State of surfaces that lie open to the sky.
 *
 * @param wetness 0 dry to 1 soaked
 * @param puddles share of level ground that stands under water, in [0, 1]
 * @param snowDepth meters of snow on level ground
 */
public record SurfaceWeather(double wetness, double puddles, double snowDepth) {
  public static final SurfaceWeather DRY = new SurfaceWeather(0, 0, 0);

  /** Wetness from which on level ground has a film of water; below, water is in its pores alone. */
  public static final double FILM_FROM = 0.5;

  /** Whether water on the ground mirrors what stands around. */
  public boolean mirrors() {
    return wetness > FILM_FROM || wetness * puddles > 0;
  }

  public boolean isDry() {
    return wetness == 0 && puddles == 0 && snowDepth == 0;
  }
}
