package org.diorama.core.sample.light;

import java.util.Optional;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Rotations;
import org.diorama.core.outdoor.CloudShade;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.SkyBody;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudCover;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.sky.air.Daylight;
import org.diorama.core.sky.air.Sunlight;
import org.diorama.core.weather.FogLayer;
import org.diorama.core.weather.SampledWeather;

/**
 * Light of sun and sky on level open ground, as a mean over the country around the world's origin:
 * what a photocell sees. Of a gradient or an image it is exact but for fog, of an atmosphere within
 * 25 % of what renderers draw, by closed forms, so that it is the same on every machine.
 *
 * @param direct lux straight from the sun or moon
 * @param diffuse lux from the rest of the sky
 */
record GroundIlluminance(double direct, double diffuse) {
  /**
   * Mean length of diffuse light's way through a layer, of its thickness: Elsasser, Heat Transfer
   * by Infrared Radiation in the Atmosphere (1942).
   */
  private static final double DIFFUSIVITY = 1.66;

  static GroundIlluminance of(SampledLighting lighting, SampledWeather weather, AssetFacts facts) {
    double height = lighting.sun().map(sun -> Math.max(0, sun.towards().z())).orElse(0.0);
    double sun = height * lighting.sun().map(each -> each.illuminance().luminance()).orElse(0.0);
    double shade = CloudShade.of(lighting).map(CloudShade::mean).orElse(1.0);
    GroundIlluminance dry = new GroundIlluminance(sun * shade, diffuse(lighting, sun, facts));
    return weather.fog().map(fog -> dry.under(fog, height)).orElse(dry);
  }

  double lux() {
    return direct + diffuse;
  }

  private static double diffuse(SampledLighting lighting, double sun, AssetFacts facts) {
    if (lighting.sky() instanceof GradientSky gradient) {
      return gradient.illuminance().luminance();
    }
    if (lighting.sky() instanceof ImageSky image) {
      // The image's own, its sun included.
      double whole = facts.skyFact(image.hdri()).illuminance().luminance() * image.unit();
      return Math.max(0, whole - sun);
    }
    return diffuse(((AtmosphereSky) lighting.sky()).atmosphere());
  }

  private static double diffuse(Atmosphere air) {
    double natural = level(air.sunFromGround()) + level(air.moonFromGround());
    double clear = Math.max(0, clear(air, air.altitude()) - natural);
    if (air.clouds().isEmpty()) {
      return clear;
    }
    CloudLayer layer = air.clouds().get();
    CloudCover cover = CloudCover.of(layer);
    LinearColor albedo = air.air().groundAlbedo();
    // Light goes back and forth between the ground and the clouds.
    double back = albedo.luminance() * (cover.opacity() - cover.passed());
    double top = clear(air, air.altitude() + layer.base());
    return clear * (1 - cover.opacity()) + top * cover.passed() / (1 - back);
  }

  private static double level(Optional<SkyBody> body) {
    return body.map(each -> each.illuminance().luminance() * Math.max(0, each.towards().z()))
        .orElse(0.0);
  }

  /** Of sun and moon and the sky that they light. */
  private static double clear(Atmosphere air, double altitude) {
    double moon = air.moon().map(body -> clear(body, air, altitude)).orElse(0.0);
    return clear(air.sun(), air, altitude) + moon;
  }

  private static double clear(SkyBody body, Atmosphere air, double altitude) {
    return body.illuminance().luminance()
        / Sunlight.ILLUMINANCE
        * Daylight.onGround(Rotations.elevation(body.towards()), air.air().visibility(), altitude);
  }

  /** What fog leaves of it, as {@link org.diorama.core.outdoor.FogLight} has it. */
  private GroundIlluminance under(FogLayer fog, double height) {
    double ground = fog.baseHeight();
    double upright = fog.opticalDepthOut(ground, 1, ground);
    double passed = 2 / (2 + (1 - fog.asymmetry()) * Math.min(upright, 1e6));
    double straight =
        height > 0 ? direct * StrictMath.exp(-fog.opticalDepthOut(ground, height, ground)) : 0;
    double through = diffuse * StrictMath.exp(-DIFFUSIVITY * upright);
    double own = Math.max(0, passed * lux() - straight - through) * fog.albedo().luminance();
    return new GroundIlluminance(straight, through + own);
  }
}
