package org.diorama.scenefile.grammar.light;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.scene.LampDescription;
import org.diorama.core.scene.LampSwitch;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TimedPoses;
import org.diorama.core.scene.VectorParameter;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.KeyRules;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.TransformKind;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.motion.TimedPosesKeys;
import org.diorama.scenefile.grammar.object.AttachKeys;

/** Keys of one entry of {@code lamps}. */
public final class LampKeys {
  private static final VectorKind POINT =
      new VectorKind(Parameters.perInstance(NumberRange.COORDINATE, "m"), false);
  private static final NumberParameterKind ANGLE =
      Parameters.perInstance(NumberRange.ANGLE, "degrees");

  static final Key<VectorParameter> AT =
      Key.withDefault("at", POINT, "[0, 0, 0]", "Its center, meters.").example("[0, 0, 2.4]");
  static final Key<VectorParameter> LOOK_AT =
      Key.optional("look_at", POINT, "The point it shines at, meters; without it straight down.")
          .example("[0, 0, 0.7]");
  static final Key<Parameter<Double>> YAW =
      Key.withDefault(
              "yaw",
              ANGLE,
              "0",
              "Direction it shines in, counter-clockwise from +X seen from above; with look_at it"
                  + " turns it from there.")
          .example("-90");
  static final Key<Parameter<Double>> PITCH =
      Key.optional(
              "pitch",
              Parameters.perInstance(new NumberRange(-90, 90), "degrees"),
              "Upwards, after yaw; without it -90, or 0 with look_at.")
          .example("{normal: [-2, 0.5]}");
  static final Key<Parameter<Double>> ROLL =
      Key.withDefault("roll", ANGLE, "0", "Turns it clockwise as it shines, after pitch.")
          .example("90");
  static final Key<Affine3> TRANSFORM =
      Key.optional(
              "transform",
              new TransformKind(true),
              "Its exact pose, +X where it shines, +Z along its length; instead of at and of"
                  + " angles.")
          .example("[0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, 2.4]");
  static final Key<TimedPoses> POSES =
      Key.optional(
          "poses",
          TimedPosesKeys.KIND,
          "Exact poses at known times, each as transform; before the first time the"
              + " first one holds.");
  static final Key<String> ATTACH =
      Key.optional(
              "attach",
              AttachKeys.NAME,
              "An object each of whose instances carries such a lamp; at and angles are in"
                  + " the instance's frame, in meters.")
          .example("cars");
  static final Key<VectorParameter> ANCHOR =
      Key.optional(
              "anchor",
              new VectorKind(Parameters.perInstance(new NumberRange(-1, 1), ""), false),
              "Point of that object's bounding box from which at is measured: -1 for the"
                  + " least x, y or z, 0 for the middle, 1 for the greatest; without it the"
                  + " object's origin.")
          .example("[0.7, -1, -0.3]");
  static final Key<Parameter<Double>> LUMEN =
      Key.optional(
              "lumen",
              Parameters.perInstance(new NumberRange(0, 1e9), "lm"),
              "All the light that it gives.")
          .example("{uniform: [400, 1200]}");
  static final Key<Parameter<Double>> CANDELA =
      Key.optional(
              "candela",
              Parameters.perInstance(new NumberRange(0, 1e9), "cd"),
              "Intensity where it shines, instead of lumen.")
          .example("20000");
  static final Key<Parameter<Double>> TEMPERATURE =
      Key.withDefault(
              "temperature",
              Parameters.perInstance(
                  new NumberRange(PlanckianLocus.MIN_TEMPERATURE, PlanckianLocus.MAX_TEMPERATURE),
                  "K"),
              "3000",
              "Color of a black body.")
          .example("{uniform: [2700, 5000]}");
  static final Key<Parameter<LinearColor>> COLOR =
      Key.optional(
              "color",
              Parameters.surfaceColor(),
              "Color instead of a temperature; how bright it is does not count.")
          .example("'#ff2010'");
  static final Key<Boolean> VISIBLE =
      Key.withDefault(
              "visible",
              new FlagKind(),
              "true",
              "Whether its glowing shape is seen, which takes no label.")
          .example("false");

  static final Key<LampSwitch> ON =
      Key.withDefault(
              "on",
              LampSwitchKeys.KIND,
              "always",
              "When it is on. dusk: while the sun is below a height that is drawn for each"
                  + " instance, from -1 to 2 degrees, or the ground gets no more light than it"
                  + " would in clear air with the sun there. driving: at dusk, when rain or snow"
                  + " falls, and when visibility is below 1000 m. Without a sun both are on.")
          .example("dusk");

  private static final List<Key<?>> KEYS =
      Stream.concat(
              LampShapeKeys.KEYS.stream(),
              Stream.<Key<?>>of(
                  AT,
                  LOOK_AT,
                  YAW,
                  PITCH,
                  ROLL,
                  TRANSFORM,
                  POSES,
                  ATTACH,
                  ANCHOR,
                  LUMEN,
                  CANDELA,
                  TEMPERATURE,
                  COLOR,
                  ON,
                  VISIBLE))
          .toList();

  private static final List<Map<String, Object>> RULES =
      List.of(
          LampShapeKeys.RULE,
          Schema.exactlyOne("lumen", "candela"),
          Schema.excludes("temperature", "color"),
          Schema.excludes("transform", "at", "look_at", "yaw", "pitch", "roll", "poses"),
          Schema.excludes("poses", "at", "look_at", "yaw", "pitch", "roll"),
          Schema.needs("anchor", "attach"));

  public static final MapKind<LampDescription> KIND = new MapKind<>(KEYS, RULES, LampKeys::lamp);

  private LampKeys() {}

  private static Optional<LampDescription> lamp(Values values) {
    if (!new KeyRules(RULES).hold(values, KEYS)) {
      return Optional.empty();
    }
    Parameter<Double> amount = values.find(LUMEN).or(() -> values.find(CANDELA)).orElseThrow();
    return Optional.of(
        new LampDescription(
            values.name(),
            LampShapeKeys.form(values),
            pose(values),
            values.find(ATTACH),
            values.find(ANCHOR),
            new LampDescription.Power(amount, values.has(LUMEN)),
            values
                .find(COLOR)
                .<LampDescription.Tint>map(LampDescription.ColorTint::new)
                .orElseGet(() -> new LampDescription.KelvinTint(values.get(TEMPERATURE))),
            LampSwitchKeys.of(values.get(ON), MapKind.join(values.path(), ON.name())),
            values.get(VISIBLE)));
  }

  private static LampDescription.Pose pose(Values values) {
    Optional<Affine3> exact = values.find(TRANSFORM);
    if (exact.isPresent()) {
      return new LampDescription.ExactPose(exact.get());
    }
    Optional<TimedPoses> timed = values.find(POSES);
    if (timed.isPresent()) {
      return new LampDescription.TimedPose(timed.get());
    }
    String pitch = MapKind.join(values.path(), PITCH.name());
    double straight = values.has(LOOK_AT) ? 0 : -90;
    return new LampDescription.AimedPose(
        values.get(AT),
        values.find(LOOK_AT),
        values.get(YAW),
        values.find(PITCH).orElseGet(() -> Parameter.constant(pitch, straight)),
        values.get(ROLL));
  }
}
