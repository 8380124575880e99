package org.diorama.core.sample;

import java.util.Optional;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.source.AtmosphereRadiance;
import org.diorama.core.sky.source.CloudyRadiance;
import org.diorama.core.sky.source.SkySources;

/** The sky of an atmosphere, with its clouds. */
public record AtmosphereSky(Atmosphere atmosphere) implements SampledSky {
  @Override
  public Optional<CloudLayer> clouds() {
    return atmosphere.clouds();
  }

  @Override
  public SkyRadiance radiance(SkySources sources) {
    AtmosphereRadiance clear = new AtmosphereRadiance(atmosphere, sources);
    return atmosphere.clouds().isPresent() ? new CloudyRadiance(clear) : clear;
  }
}
