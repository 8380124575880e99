package org.diorama.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Star;
import org.diorama.core.sky.air.StarField;
import org.diorama.core.sky.celestial.SkyDisk;
import org.diorama.core.sky.celestial.SkyLights;
import org.diorama.core.sky.source.AtmosphereRadiance;
import org.diorama.core.sky.source.CloudyRadiance;
import org.diorama.core.sky.source.SkySources;

/** The sky of an atmosphere, with its clouds. */
public record AtmosphereSky(Atmosphere atmosphere) implements SampledSky {
  /** One sky for all frames, as there is one above us. */
  private static final List<Star> STARS = StarField.of(1);

  /** Stars in a dark sky only: a bright one drowns them. */
  @Override
  public SkyLights lights(Optional<SampledLighting.Sun> sun) {
    List<SkyDisk> disks = new ArrayList<>();
    atmosphere
        .moon()
        .filter(moon -> moon.towards().z() > -moon.angularDiameter())
        .ifPresent(
            moon ->
                disks.add(
                    SkyDisk.moon(
                        moon, atmosphere.firmament().moonPhase(), atmosphere.sun().towards())));
    if (atmosphere.sun().angularDiameter() > 0) {
      disks.add(SkyDisk.sun(atmosphere.sun()));
    }
    List<Star> stars =
        atmosphere.sun().towards().z() < 0
            ? STARS.stream()
                .map(
                    star ->
                        new Star(
                            atmosphere.firmament().inWorld(star.towards()), star.illuminance()))
                .toList()
            : List.of();
    return new SkyLights(disks, stars, atmosphere::straightThrough);
  }

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
