package org.diorama.scenefile.grammar.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.MotionDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.TimedPoses;
import org.diorama.core.scene.VectorParameter;
import org.diorama.core.scene.Waypoints;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.KeyRules;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.OneOfKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of an object's {@code motion}. */
public final class MotionKeys {
  private static final NumberRange SPEEDS = new NumberRange(-1e5, 1e5);
  private static final VectorKind POINT =
      new VectorKind(Parameters.perInstance(NumberRange.COORDINATE, "m"), false);

  static final Key<VectorParameter> VELOCITY =
      Key.optional(
              "velocity",
              new VectorKind(Parameters.perInstance(SPEEDS, "m/s"), false),
              "Steady velocity, m/s.")
          .example("[{uniform: [5, 15]}, 0, 0]");
  static final Key<Boolean> OWN_AXES =
      Key.withDefault(
              "own_axes",
              new FlagKind(),
              "true",
              "Whether velocity is along the object's own axes, which turn with it, instead of the"
                  + " parent's or the world's.")
          .example("false");
  static final Key<Parameter<Double>> TURN_RATE =
      Key.withDefault(
              "turn_rate",
              Parameters.perInstance(new NumberRange(-36000, 36000), "degrees/s"),
              "0",
              "Rate at which it turns about the vertical, counter-clockwise seen from above;"
                  + " together with velocity.")
          .example("{normal: [0, 5]}");

  static final Key<List<VectorParameter>> POINTS =
      WayKeys.points(
          POINT, 1, "Points it passes, relative to its place, in the parent's axes, meters.");
  static final Key<Parameter<Double>> SPEED =
      WayKeys.speed(Parameters.perInstance(WayKeys.speeds(), "m/s"));
  static final Key<Boolean> TURNS =
      Key.withDefault(
              "turns", new FlagKind(), "true", "Whether it turns as its way does, seen from above.")
          .example("false");
  static final Key<MotionDescription> WAY =
      Key.optional(
          "way",
          new MapKind<>(
              List.of(POINTS, SPEED, WayKeys.TIMES, WayKeys.SMOOTH, TURNS),
              WayKeys.rules(),
              MotionKeys::way),
          "It moves from its place through points and stays at the last one.");

  static final Key<VectorParameter> AROUND =
      Key.withDefault("around", POINT, "[0, 0, 0]", "A point of the upright axis, meters.")
          .example("[2, 0, 0]");
  static final Key<Parameter<Double>> PERIOD =
      Key.required(
              "period",
              Parameters.perInstance(new NumberRange(1e-3, 1e7), "s"),
              "How long a round takes.")
          .example("{uniform: [6, 10]}");
  static final Key<Boolean> CLOCKWISE =
      Key.withDefault("clockwise", new FlagKind(), "false", "Seen from above.").example("true");
  static final Key<Boolean> FACES =
      Key.withDefault(
              "turns", new FlagKind(), "true", "Whether it keeps the same side to the axis.")
          .example("false");
  static final Key<MotionDescription> ORBIT =
      Key.optional(
          "orbit",
          new MapKind<>(List.of(AROUND, PERIOD, CLOCKWISE, FACES), MotionKeys::orbit),
          "It moves on a circle about an upright axis.");

  static final Key<Parameter<Double>> PATH_SPEED =
      Key.required(
              "speed",
              Parameters.perInstance(SPEEDS, "m/s"),
              "Steady speed along the path; below 0 it backs up.")
          .example("{uniform: [8, 14]}");
  static final Key<MotionDescription.AtEnd> END =
      Key.withDefault(
              "end",
              OneOfKind.constants(MotionDescription.AtEnd.class),
              "stop",
              "What happens at the end of its path: it stops, continues at the other end, or"
                  + " goes straight on. A closed path has no end.")
          .example("loop");
  static final Key<MotionDescription> ALONG =
      Key.optional(
          "along",
          new MapKind<>(
              List.of(PATH_SPEED, END),
              values ->
                  Optional.of(
                      new MotionDescription.AlongPath(values.get(PATH_SPEED), values.get(END)))),
          "It moves along the path on which place.along put it, in the direction that it"
              + " has there, and keeps its offset from the path and its yaw relative to the"
              + " path.");

  static final Key<MotionDescription> WIND =
      Key.optional(
          "wind",
          WindKeys.KIND,
          "It sways about its place in gusts, in one piece, from its pose at 0 s."
              + " Weather moves nothing; wind that moves things is set here.");

  static final Key<TimedPoses> POSES =
      Key.optional(
          "poses",
          TimedPosesKeys.KIND,
          "Exact poses at known times, in the parent's frame; at 0 s it is at its place.");

  private static final List<Map<String, Object>> RULES =
      List.of(
          Schema.exactlyOne("velocity", "way", "orbit", "along", "wind", "poses"),
          Schema.needs("own_axes", "velocity"),
          Schema.needs("turn_rate", "velocity"));

  public static final MapKind<MotionDescription> KIND =
      new MapKind<>(
              List.of(VELOCITY, OWN_AXES, TURN_RATE, WAY, ORBIT, ALONG, WIND, POSES),
              RULES,
              MotionKeys::motion)
          .refusing(List.of("acceleration", "animation", "physics"));

  private MotionKeys() {}

  private static Optional<MotionDescription> motion(Values values) {
    if (!KIND.rules().hold(values, KIND.keys())) {
      return Optional.empty();
    }
    if (values.has(VELOCITY)) {
      return Optional.of(
          new MotionDescription.Velocity(
              values.get(VELOCITY), values.get(OWN_AXES), values.get(TURN_RATE)));
    }
    return values
        .find(WAY)
        .or(() -> values.find(ORBIT))
        .or(() -> values.find(ALONG))
        .or(() -> values.find(WIND))
        .or(() -> values.find(POSES).map(MotionDescription.Poses::new));
  }

  /** The way starts where the object was placed, at 0 s. */
  private static Optional<MotionDescription> way(Values values) {
    if (!new KeyRules(WayKeys.rules())
        .hold(values, List.of(POINTS, SPEED, WayKeys.TIMES, WayKeys.SMOOTH, TURNS))) {
      return Optional.empty();
    }
    List<VectorParameter> points = new ArrayList<>();
    points.add(VectorParameter.constant(values.path() + ".start", Vec3.ZERO));
    points.addAll(values.get(POINTS));
    return WayKeys.timing(values, SPEED, points.size() - 1)
        .flatMap(timing -> fromStart(values, timing))
        .map(timing -> new Waypoints(points, timing, values.get(WayKeys.SMOOTH)))
        .map(way -> new MotionDescription.Way(way, values.get(TURNS)));
  }

  private static Optional<Waypoints.Timing> fromStart(Values values, Waypoints.Timing timing) {
    if (!(timing instanceof Waypoints.Times times)) {
      return Optional.of(timing);
    }
    if (times.seconds().get(0) <= 0) {
      values.problem(
          WayKeys.TIMES,
          "at 0 s it still stands at its place",
          "Write the times of the points after it, above 0.");
      return Optional.empty();
    }
    List<Double> seconds = new ArrayList<>(List.of(0.0));
    seconds.addAll(times.seconds());
    return Optional.of(new Waypoints.Times(seconds));
  }

  private static Optional<MotionDescription> orbit(Values values) {
    return Optional.of(
        new MotionDescription.Orbit(
            values.get(AROUND), values.get(PERIOD), values.get(CLOCKWISE), values.get(FACES)));
  }
}
