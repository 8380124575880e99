package org.diorama.core.sample;

import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.source.AtmosphereRadiance;
import org.diorama.core.sky.source.SkySources;

/** The sky of an atmosphere. */
public record AtmosphereSky(Atmosphere atmosphere) implements SampledSky {
  @Override
  public SkyRadiance radiance(SkySources sources) {
    return new AtmosphereRadiance(atmosphere, sources);
  }
}
