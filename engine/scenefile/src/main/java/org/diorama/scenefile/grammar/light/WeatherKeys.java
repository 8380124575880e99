package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.WeatherDescription;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code weather}. */
public final class WeatherKeys {
  private static final NumberRange SHARE = new NumberRange(0, 1);

  /**
   * Weathers whose parts fit one another. Visibility leaves out what falls, which adds its own.
   *
   * @param cover share of the sky that clouds cover, where it is an atmosphere
   * @param visibility meters
   * @param fogHeight meters
   * @param fogColor share of scattered light; droplets absorb nothing, desert dust has a single
   *     scattering albedo of about 0.97, 0.94 and 0.84 from red to blue (Dubovik et al., 2002)
   * @param rain millimeters an hour
   * @param snow millimeters of water an hour
   * @param wind meters a second
   */
  enum Preset {
    CLEAR(0, 50_000, 1500, LinearColor.WHITE, 0, 0, 0, 0, 0, 0),
    BROKEN_CLOUD(0.5, 40_000, 1500, LinearColor.WHITE, 0, 0, 0, 0, 0, 0),
    OVERCAST(1, 20_000, 1500, LinearColor.WHITE, 0, 0, 0, 0, 0, 0),
    HAZE(0, 4000, 1200, LinearColor.WHITE, 0, 0, 0, 0, 0, 0),
    FOG(0, 180, 80, LinearColor.WHITE, 0, 0, 0, 0.3, 0, 0),
    RAIN(1, 9000, 1000, LinearColor.WHITE, 8, 0, 2, 1, 0.25, 0),
    SNOW(1, 6000, 1000, LinearColor.WHITE, 0, 1, 0.5, 0.2, 0, 0.06),
    DUST(0, 700, 600, new LinearColor(0.97, 0.94, 0.84), 0, 0, 0, 0, 0, 0);

    private final double cover;
    private final double visibility;
    private final double fogHeight;
    private final LinearColor fogColor;
    private final double rain;
    private final double snow;
    private final double wind;
    private final double wetness;
    private final double puddles;
    private final double snowDepth;

    Preset(
        double cover,
        double visibility,
        double fogHeight,
        LinearColor fogColor,
        double rain,
        double snow,
        double wind,
        double wetness,
        double puddles,
        double snowDepth) {
      this.cover = cover;
      this.visibility = visibility;
      this.fogHeight = fogHeight;
      this.fogColor = fogColor;
      this.rain = rain;
      this.snow = snow;
      this.wind = wind;
      this.wetness = wetness;
      this.puddles = puddles;
      this.snowDepth = snowDepth;
    }
  }

  static final Key<Preset> PRESET =
      Key.withDefault(
              "preset",
              OneOfKind.constants(Preset.class),
              "clear",
              "Values that go together, for all keys of weather that are not written. If"
                  + " lighting.sky is not written, the sky is an atmosphere, with the clouds of the"
                  + " preset unless lighting.clouds is written. A gradient or an hdri stays as it"
                  + " is.")
          .example("rain");
  static final Key<Parameter<Double>> VISIBILITY =
      Key.optional(
              "visibility",
              Parameters.perSequence(new NumberRange(1, 1e6), "m"),
              "Distance at which black is just told from the horizon, not counting rain and snow.")
          .example("{log_uniform: [50, 2000]}");
  static final Key<Parameter<Double>> FOG_BASE =
      Key.withDefault(
              "fog_base",
              Parameters.perSequence(new NumberRange(-1e6, 1e6), "m"),
              "0",
              "Height of the ground, from which on fog thins out upwards.")
          .example("-2");
  static final Key<Parameter<Double>> FOG_HEIGHT =
      Key.optional(
              "fog_height",
              Parameters.perSequence(new NumberRange(0.1, 1e5), "m"),
              "Over which fog thins out to 1/e.")
          .example("{uniform: [20, 200]}");
  static final Key<Parameter<LinearColor>> FOG_COLOR =
      Key.optional(
              "fog_color",
              Parameters.albedo(),
              "Share of the light it meets that fog, haze or dust scatters, not absorbs.")
          .example("[0.97, 0.94, 0.84]");
  static final Key<Parameter<Double>> RAIN =
      Key.optional(
              "rain_mm_per_h",
              Parameters.perSequence(new NumberRange(0, 200), "mm/h"),
              "Rain that falls: 1 is light, 8 heavy, 50 a cloudburst. Streaks are of 1/100 s.")
          .example("{log_uniform: [1, 30]}");
  static final Key<Parameter<Double>> SNOW =
      Key.optional(
              "snow_mm_per_h",
              Parameters.perSequence(new NumberRange(0, 20), "mm/h"),
              "Snow that falls, as water: 0.5 is light, 3 heavy.")
          .example("{uniform: [0.3, 2]}");
  static final Key<Parameter<Double>> WIND =
      Key.optional(
              "wind",
              Parameters.perSequence(new NumberRange(0, 40), "m/s"),
              "Wind that slants rain and snow, with gusts of half as much to each side, so"
                  + " that what houses keep dry or free of snow has soft edges. It moves no things;"
                  + " see motion. Nothing that falls is drawn within 9 degrees of where the wind"
                  + " comes from.")
          .example("{uniform: [0, 6]}");
  static final Key<Parameter<Double>> WIND_AZIMUTH =
      Key.withDefault(
              "wind_azimuth",
              Parameters.perSequence(NumberRange.ANGLE, "degrees"),
              "{uniform: [0, 360]}",
              "Direction that the wind comes from, counter-clockwise from +X seen from above.")
          .example("90");
  static final Key<Parameter<Double>> PATTERN =
      Key.withDefault(
              "pattern",
              Parameters.wholePerFrame(65_535),
              "{uniform_int: [0, 65535]}",
              "Which of their possible places drops and flakes take.")
          .example("7");
  static final Key<Parameter<Double>> WETNESS =
      Key.optional(
              "wetness",
              Parameters.perSequence(SHARE, "share"),
              "How wet surfaces under the open sky are: porous ones darken, and all become glossier.")
          .example("{uniform: [0.5, 1]}");
  static final Key<Parameter<Double>> PUDDLES =
      Key.optional(
              "puddles",
              Parameters.perSequence(SHARE, "share"),
              "Share of level ground that is under water.")
          .example("0.3");
  static final Key<Parameter<Double>> SNOW_DEPTH =
      Key.optional(
              "snow_depth",
              Parameters.perSequence(new NumberRange(0, 2), "m"),
              "Depth of the snow on level ground; it covers surfaces without raising them.")
          .example("{uniform: [0.01, 0.1]}");

  public static final MapKind<WeatherDescription> KIND =
      new MapKind<>(
              List.of(
                  PRESET,
                  VISIBILITY,
                  FOG_BASE,
                  FOG_HEIGHT,
                  FOG_COLOR,
                  RAIN,
                  SNOW,
                  WIND,
                  WIND_AZIMUTH,
                  PATTERN,
                  WETNESS,
                  PUDDLES,
                  SNOW_DEPTH),
              values -> Optional.of(weather(values, values.get(PRESET))))
          .refusing(List.of("lightning", "hail", "rainbow"));

  private WeatherKeys() {}

  private static WeatherDescription weather(Values values, Preset preset) {
    return new WeatherDescription(
        preset.cover,
        or(values, VISIBILITY, preset.visibility),
        values.get(FOG_BASE),
        or(values, FOG_HEIGHT, preset.fogHeight),
        or(values, FOG_COLOR, preset.fogColor),
        or(values, RAIN, preset.rain),
        or(values, SNOW, preset.snow),
        or(values, WIND, preset.wind),
        values.get(WIND_AZIMUTH),
        values.get(PATTERN),
        or(values, WETNESS, preset.wetness),
        or(values, PUDDLES, preset.puddles),
        or(values, SNOW_DEPTH, preset.snowDepth));
  }

  private static <T> Parameter<T> or(Values values, Key<Parameter<T>> key, T otherwise) {
    return values
        .find(key)
        .orElseGet(() -> Parameter.constant(values.path() + "." + key.name(), otherwise));
  }
}
