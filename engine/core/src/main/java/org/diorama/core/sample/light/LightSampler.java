package org.diorama.core.sample.light;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.asset.AssetFacts;
import org.diorama.core.ephemeris.Ephemeris;
import org.diorama.core.math.Rotations;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.AtmosphereSky;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.ParameterMap;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.sky.air.Air;
import org.diorama.core.sky.air.Atmosphere;
import org.diorama.core.sky.air.CloudLayer;
import org.diorama.core.weather.SampledWeather;

/** Decides sun and sky. */
public final class LightSampler {
  private static final DrawSite WHOLE = DrawSite.WHOLE;

  private final DrawLog draws;
  private final Ephemeris ephemeris;
  private final AssetFacts facts;

  public LightSampler(DrawLog draws, Ephemeris ephemeris, AssetFacts facts) {
    this.draws = draws;
    this.ephemeris = ephemeris;
    this.facts = facts;
  }

  public SampledLighting sample(LightingDescription lighting) {
    return sunAndSky(lighting).with(lighting.indirect());
  }

  private SampledLighting sunAndSky(LightingDescription lighting) {
    BodySampler bodies = new BodySampler(draws, ephemeris, lighting);
    Optional<SunDecision> sun = bodies.sun();
    if (lighting.sky() instanceof SkyDescription.Atmosphere sky) {
      Atmosphere atmosphere =
          new Atmosphere(
              new Air(
                  draws.number(sky.visibility(), WHOLE),
                  draws.number(sky.ozone(), WHOLE),
                  draws.value(sky.groundAlbedo(), WHOLE)),
              draws.number(sky.altitude(), WHOLE),
              sun.map(SunDecision::body).orElse(BodySampler.NO_SUN),
              bodies.moon(),
              lighting.clouds().map(this::clouds),
              bodies.firmament());
      return new SampledLighting(brightest(atmosphere, sun), new AtmosphereSky(atmosphere));
    }
    if (lighting.sky() instanceof SkyDescription.Image image) {
      return new ImageLight(image, draws, facts).sample();
    }
    return new SampledLighting(
        sun.flatMap(LightSampler::plain), gradient((SkyDescription.Gradient) lighting.sky()));
  }

  /**
   * What lamps are switched by.
   *
   * @param sampled what {@link #sample} made of the same light
   */
  public OutdoorState outdoors(
      LightingDescription lighting, SampledLighting sampled, SampledWeather weather) {
    double lux = GroundIlluminance.of(sampled, weather, facts).lux();
    return new OutdoorState(sunElevation(lighting), lux, weather);
  }

  /**
   * Degrees above the horizon; straight below where there is no sun. An image without a sun of its
   * own has one behind its clouds where it is bright enough.
   */
  public double sunElevation(LightingDescription lighting) {
    if (lighting.sky() instanceof SkyDescription.Image image) {
      return new ImageLight(image, draws, facts).sunElevation();
    }
    return new BodySampler(draws, ephemeris, lighting)
        .sun()
        .map(sun -> Rotations.elevation(sun.body().towards()))
        .orElse(-90.0);
  }

  /** The same light with a constant for every draw. */
  public LightingDescription decided(LightingDescription lighting) {
    return lighting.mapped(
        new ParameterMap() {
          @Override
          public <T> Parameter<T> apply(Parameter<T> parameter) {
            return new Parameter<>(
                parameter.path(),
                new Distribution.Constant<>(draws.value(parameter, WHOLE)),
                Scope.DATASET);
          }
        });
  }

  private CloudLayer clouds(CloudDescription clouds) {
    return new CloudLayer(
        draws.number(clouds.cover(), WHOLE),
        draws.number(clouds.base(), WHOLE),
        draws.number(clouds.thickness(), WHOLE),
        (long) draws.number(clouds.seed(), WHOLE));
  }

  /** None where it stands at or below the horizon, or gives no light. */
  private static Optional<SampledLighting.Sun> plain(SunDecision sun) {
    return Optional.of(sun.body())
        .filter(body -> body.towards().z() > 0)
        .map(sun::light)
        .filter(LightSampler::isLight);
  }

  /** The brighter one of sun and moon, behind the air. */
  private static Optional<SampledLighting.Sun> brightest(
      Atmosphere atmosphere, Optional<SunDecision> decision) {
    Optional<SampledLighting.Sun> sun =
        decision.flatMap(each -> atmosphere.sunFromGround().map(each::light));
    Optional<SampledLighting.Sun> moon =
        atmosphere
            .moonFromGround()
            .map(
                body ->
                    new SampledLighting.Sun(
                        body.towards(), body.illuminance(), body.angularDiameter()));
    return Stream.concat(sun.stream(), moon.stream())
        .max(Comparator.comparing(body -> body.illuminance().luminance()))
        .filter(LightSampler::isLight);
  }

  private static boolean isLight(SampledLighting.Sun sun) {
    return sun.illuminance().luminance() > 0;
  }

  /** Scales the relative colors so that the upper half gives the illuminance asked for. */
  private GradientSky gradient(SkyDescription.Gradient sky) {
    GradientSky relative =
        new GradientSky(
            draws.value(sky.zenith(), WHOLE),
            draws.value(sky.horizon(), WHOLE),
            draws.value(sky.ground(), WHOLE));
    double factor = draws.number(sky.illuminance(), WHOLE) / relative.illuminance().luminance();
    return new GradientSky(
        relative.zenith().times(factor),
        relative.horizon().times(factor),
        relative.ground().times(factor));
  }
}
