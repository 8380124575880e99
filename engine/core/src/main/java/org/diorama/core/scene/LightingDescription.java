package org.diorama.core.scene;

import java.util.Optional;
import org.diorama.core.light.IndirectLight;

/**
 * The scene's light.
 *
 * @param clouds where there are any; an atmosphere alone has some
 * @param indirect what is drawn of the light between surfaces
 */
public record LightingDescription(
    Optional<Sun> sun,
    MoonDescription moon,
    Optional<CloudDescription> clouds,
    SkyDescription sky,
    IndirectLight indirect) {
  /** With all light between surfaces. */
  public LightingDescription(
      Optional<Sun> sun,
      MoonDescription moon,
      Optional<CloudDescription> clouds,
      SkyDescription sky) {
    this(sun, moon, clouds, sky, IndirectLight.ALL);
  }

  /** Without clouds, and without a moon of its own. */
  public LightingDescription(Optional<Sun> sun, SkyDescription sky) {
    this(sun, new MoonDescription.OfTheMoment(), Optional.empty(), sky);
  }

  /**
   * @param illuminance lux on a surface that faces the sun; without it what the sky's air leaves
   * @param temperature kelvin of its color; likewise
   * @param angularDiameter degrees; the true sun has 0.53
   */
  public record Sun(
      SkyPlace place,
      Optional<Parameter<Double>> illuminance,
      Optional<Parameter<Double>> temperature,
      Parameter<Double> angularDiameter) {
    Sun mapped(ParameterMap map) {
      return new Sun(
          place.mapped(map),
          illuminance.map(map::apply),
          temperature.map(map::apply),
          map.apply(angularDiameter));
    }
  }

  /** The same light with other parameters. */
  public LightingDescription mapped(ParameterMap map) {
    return new LightingDescription(
        sun.map(each -> each.mapped(map)),
        moon.mapped(map),
        clouds.map(each -> each.mapped(map)),
        sky.mapped(map),
        indirect);
  }
}
