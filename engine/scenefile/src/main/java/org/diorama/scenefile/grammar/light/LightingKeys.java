package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.light.IndirectLight;
import org.diorama.core.scene.CloudDescription;
import org.diorama.core.scene.LightingDescription;
import org.diorama.core.scene.LightingDescription.Sun;
import org.diorama.core.scene.MoonDescription;
import org.diorama.core.scene.SkyDescription;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code lighting}. */
public final class LightingKeys {
  static final Key<Optional<Sun>> SUN =
      Key.withDefault(
              "sun",
              SunKeys.KIND,
              "{}",
              "The sun. An hdri has its own: there, none leaves it in the image.")
          .example("none");
  static final Key<MoonDescription> MOON =
      Key.optional(
              "moon",
              MoonKeys.KIND,
              "The moon of an atmosphere, which lights the scene when it is brighter than the sun;"
                  + " without it the true one where the sun has a date, else none.")
          .example("{elevation: 30, illuminated: 0.8}");
  static final Key<CloudDescription> CLOUDS =
      Key.optional(
          "clouds",
          CloudKeys.KIND,
          "A layer of clouds in an atmosphere; they shade the places from which they"
              + " hide the sun.");
  static final Key<SkyDescription> SKY =
      Key.withDefault(
              "sky",
              SkyKeys.KIND,
              "{}",
              "A gradient, an atmosphere, or an image. The default is an atmosphere if"
                  + " weather.preset is written, else a gradient.")
          .example("atmosphere");
  static final Key<Boolean> OCCLUSION =
      Key.withDefault(
              "occlusion",
              new FlagKind(),
              "true",
              "Whether creases and places below things get less light (ambient occlusion).")
          .example("false");
  static final Key<Boolean> BOUNCE =
      Key.withDefault(
              "bounce",
              new FlagKind(),
              "true",
              "Whether walls around the camera hide the sky and reflect light; it has no"
                  + " effect without a roof overhead.")
          .example("false");

  public static final MapKind<LightingDescription> KIND =
      new MapKind<>(List.of(SUN, MOON, CLOUDS, SKY, OCCLUSION, BOUNCE), LightingKeys::lighting)
          .refusing(List.of("environment", "fog", "time", "place"));

  private LightingKeys() {}

  private static Optional<LightingDescription> lighting(Values values) {
    SkyDescription sky = values.get(SKY);
    boolean gradient = sky instanceof SkyDescription.Gradient;
    boolean image = sky instanceof SkyDescription.Image;
    // A part of a scene may leave the sky to the whole.
    if ((gradient || image) && values.reading().whole(values.path()) && !bare(values, image)) {
      return Optional.empty();
    }
    Optional<Sun> sun = values.get(SUN);
    if (image) {
      return Optional.of(ofImage((SkyDescription.Image) sky, values.has(SUN)));
    }
    return Optional.of(
        new LightingDescription(
            gradient ? sun.map(each -> SunKeys.shining(each, values.reading())) : sun,
            values.find(MOON).orElse(new MoonDescription.OfTheMoment()),
            values.find(CLOUDS),
            sky,
            new IndirectLight(values.get(OCCLUSION), values.get(BOUNCE))));
  }

  private static LightingDescription ofImage(SkyDescription.Image sky, boolean sunWithin) {
    return new LightingDescription(
        Optional.empty(),
        new SkyDescription.Image(sky.file(), sky.rotation(), sky.illuminance(), !sunWithin));
  }

  private static boolean bare(Values values, boolean image) {
    List<Key<?>> written = Stream.<Key<?>>of(MOON, CLOUDS).filter(values::has).toList();
    written.forEach(
        key ->
            values.problem(
                key,
                (image ? "an hdri" : "a gradient") + " has no " + key.name(),
                "Write sky: atmosphere, or remove this."));
    if (image && values.find(SUN).flatMap(sun -> sun).isPresent()) {
      values.problem(
          SUN,
          "an hdri has a sun of its own",
          "Remove this; where it is included, write sun: null.");
      return false;
    }
    return written.isEmpty();
  }
}
