package org.diorama.core.outdoor;

import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.SampledLighting.Sun;
import org.diorama.core.sky.SkyRadiance;
import org.diorama.core.sky.celestial.SkyLights;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.SampledWeather;

/**
 * The light of sun and sky as the weather leaves it: what renderers draw with.
 *
 * @param sun direct light that arrives where no cloud is in the way
 * @param clouds that shade it by place
 * @param sky as seen from the ground
 * @param fog between the camera and what it sees
 * @param weather that makes it so
 */
public record OutdoorLight(
    Optional<Sun> sun,
    Optional<CloudShade> clouds,
    SkyRadiance sky,
    Optional<Fog> fog,
    SampledWeather weather) {
  /** Less of the sun than this is no light that fog could show. */
  private static final double LEAST = 1e-12;

  /**
   * @param light what the fog scatters
   */
  public record Fog(FogLayer layer, FoggedSky light) {
    /** Meters from the eye beyond which shade in fog, however thin, blends with what is around. */
    private static final double FARTHEST = 200;

    /** Optical depth behind which a twentieth of the light is left. */
    private static final double DEEP = 3;

    /** Cosine of the angle to the sun up to which fog glows: about as far as an image shows. */
    private static final double GLOWING = 0.7;

    /** Share of the fog's light that is seen to be missing. */
    private static final double SEEN = 0.01;

    /** Meters from the eye up to which shade in the fog is drawn. */
    public double reach() {
      return Math.min(FARTHEST, DEEP / layer.extinction());
    }

    /** Whether so much direct sun is left in the fog that beams of it stand out. */
    public boolean showsShade() {
      double sun = light.scatteredSunlight().luminance() * layer.phase(GLOWING);
      double deep = 1 - Math.exp(-layer.extinction() * reach());
      return sun * deep > SEEN * light.veil().luminance();
    }
  }

  /**
   * @param sky of the lighting
   */
  public static OutdoorLight of(SampledLighting lighting, SkyRadiance sky, SampledWeather weather) {
    Optional<CloudShade> clouds = CloudShade.of(lighting);
    Optional<FogLayer> layer = weather.fog();
    if (layer.isEmpty()) {
      return new OutdoorLight(lighting.sun(), clouds, sky, Optional.empty(), weather);
    }
    // Fog is lit all over the country: what it scatters is the mean of sun and shade.
    double mean = Math.max(LEAST, clouds.map(CloudShade::mean).orElse(1.0));
    FogLight light =
        FogLight.of(
            layer.get(), layer.get().baseHeight(), lighting.sun().map(sun -> sun.times(mean)), sky);
    return new OutdoorLight(
        light.sun().map(sun -> sun.times(1 / mean)),
        clouds,
        light.sky(),
        Optional.of(new Fog(layer.get(), light.sky())),
        weather);
  }

  /**
   * Sun, moon and stars as they are seen through the weather.
   *
   * @param lighting of this light
   */
  public SkyLights lights(SampledLighting lighting) {
    SkyLights beyond = lighting.sky().lights(lighting.sun());
    if (fog.isEmpty()) {
      return beyond;
    }
    FoggedSky veil = fog.get().light();
    return new SkyLights(
        beyond.disks(),
        beyond.stars(),
        direction -> beyond.through().apply(direction).times(veil.through(direction)));
  }

  /** Direct light at a place in meters of the world, clouds considered; other things are not. */
  public Optional<Sun> sunAt(Vec3 position) {
    return sun.map(each -> clouds.map(shade -> each.times(shade.at(position))).orElse(each));
  }
}
