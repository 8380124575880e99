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

  public boolean isDry() {
    return wetness == 0 && puddles == 0 && snowDepth == 0;
  }
}
