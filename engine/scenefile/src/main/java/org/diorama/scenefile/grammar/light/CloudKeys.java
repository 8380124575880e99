package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.SkyDescription;
import org.diorama.core.scene.WeatherDescription;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code lighting.clouds}. */
public final class CloudKeys {
  private static final double USUAL_BASE = 1200;
  private static final double USUAL_THICKNESS = 1000;
  private static final int MOST_SEEDS = 1_000_000;

  static final Key<Parameter<Double>> COVER =
      Key.required(
              "cover",
              Parameters.perSequence(NumberRange.UNIT_INTERVAL, ""),
              "Share of the sky that they cover: 1 is an overcast sky, whose light has no direction.")
          .example("{uniform: [0.2, 1]}");
  static final Key<Parameter<Double>> BASE =
      Key.withDefault(
              "base",
              Parameters.perSequence(new NumberRange(50, 12_000), "m"),
              Long.toString((long) USUAL_BASE),
              "Height of their undersides above the scene.")
          .example("600");
  static final Key<Parameter<Double>> THICKNESS =
      Key.withDefault(
              "thickness",
              Parameters.perSequence(new NumberRange(10, 5000), "m"),
              Long.toString((long) USUAL_THICKNESS),
              "Where they are thickest; thicker ones are darker below.")
          .example("{log_uniform: [200, 2000]}");
  static final Key<Parameter<Double>> SEED =
      Key.withDefault(
              "seed",
              Parameters.wholePerSequence(0, MOST_SEEDS),
              "{uniform_int: [0, " + MOST_SEEDS + "]}",
              "Seed of their shapes.")
          .example("7");

  static final MapKind<CloudDescription> KIND =
      new MapKind<>(
          List.of(COVER, BASE, THICKNESS, SEED),
          values ->
              Optional.of(
                  new CloudDescription(
                      values.get(COVER),
                      values.get(BASE),
                      values.get(THICKNESS),
                      values.get(SEED))));

  private CloudKeys() {}

  /**
   * The light with the clouds that a weather usually has, where it says nothing of clouds. A sky
   * that has no clouds stays the author's own, and a warning says so.
   *
   * @param scene takes the warning
   */
  public static LightingDescription under(
      LightingDescription light, Optional<WeatherDescription> weather, Values scene) {
    double cover = weather.map(WeatherDescription::usualCover).orElse(0.0);
    if (cover == 0 || light.clouds().isPresent()) {
      return light;
    }
    if (!(light.sky() instanceof SkyDescription.Atmosphere)) {
      scene
          .reading()
          .warn(
              MapKind.join("weather", WeatherKeys.PRESET.name()),
              "its clouds change neither sun nor sky, which are the scene's own "
                  + (light.sky() instanceof SkyDescription.Image ? "hdri" : "gradient"),
              "Write sky: atmosphere, or no sky.");
      return light;
    }
    CloudDescription clouds =
        new CloudDescription(
            Parameter.constant("lighting.clouds.cover", cover),
            Parameter.constant("lighting.clouds.base", USUAL_BASE),
            Parameter.constant("lighting.clouds.thickness", USUAL_THICKNESS),
            new Parameter<>(
                "lighting.clouds.seed",
                new Distribution.UniformInt(0, MOST_SEEDS),
                Scope.SEQUENCE));
    return new LightingDescription(
        light.sun(), light.moon(), Optional.of(clouds), light.sky(), light.indirect());
  }
}
