package org.diorama.core.sample;

import java.util.Optional;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.celestial.SkyLights;
import org.diorama.core.sky.source.SkySources;

/** Decided sky: what its radiance is made from. Skies that are equal look the same. */
public sealed interface SampledSky permits GradientSky, AtmosphereSky, ImageSky {
  /**
   * Luminance by direction. Cheap: tables are made when first looked up, or taken from the sources.
   */
  SkyRadiance radiance(SkySources sources);

  /**
   * Sun, moon and stars as they are seen.
   *
   * @param sun that lights the scene
   */
  default SkyLights lights(Optional<SampledLighting.Sun> sun) {
    return SkyLights.NONE;
  }

  /** Clouds that shade the ground. */
  default Optional<CloudLayer> clouds() {
    return Optional.empty();
  }
}
