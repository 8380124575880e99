package org.diorama.opengl.frame;

import java.util.List;
import java.util.Optional;
import org.diorama.core.outdoor.OutdoorLight;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.SkyTables;
import org.diorama.core.sky.source.SkySources;
import org.diorama.core.weather.SampledWeather;
import org.diorama.testkit.InMemoryAssets;

/** Light as a session makes it, in clear air. */
final class TestLight {
  private TestLight() {}

  static JobLight of(SampledLighting lighting) {
    SkyRadiance sky = lighting.sky().radiance(new SkySources(new InMemoryAssets()));
    OutdoorLight outdoor = OutdoorLight.of(lighting, sky, SampledWeather.CLEAR);
    return new JobLight(
        outdoor, SkyTables.of(outdoor.sky()), Optional.empty(), List.of(), Optional.empty());
  }
}
