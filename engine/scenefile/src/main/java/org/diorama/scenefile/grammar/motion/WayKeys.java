package org.diorama.scenefile.grammar.motion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;
import org.diorama.core.scene.Waypoints;
import org.diorama.scenefile.grammar.distribution.NumberParameterKind;
import org.diorama.scenefile.grammar.distribution.VectorKind;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.ListKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.RisingKind;
import org.diorama.scenefile.grammar.kind.Schema;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of a way through points that cameras and objects share. */
public final class WayKeys {
  public static final Key<List<Double>> TIMES =
      Key.optional(
              "times",
              new RisingKind(new NumberRange(-1e6, 1e6), "s"),
              "When it is at each point; before and after it stays at the ends.")
          .example("[0, 1.5, 4]");
  public static final Key<Boolean> SMOOTH =
      Key.withDefault(
              "smooth",
              new FlagKind(),
              "false",
              "Whether it is a Catmull-Rom curve through the points instead of straight lines.")
          .example("true");

  private WayKeys() {}

  public static Key<List<VectorParameter>> points(VectorKind point, int least, String doc) {
    return Key.required(
            "points",
            new ListKind<>("points, each " + point.expected(), point, least, ListKind.MOST_POINTS),
            doc)
        .example("[[0, 0, 1], [4, 0, 1], [4, 3, 1.5]]");
  }

  public static Key<Parameter<Double>> speed(NumberParameterKind kind) {
    return Key.optional("speed", kind, "Steady speed along the way; instead of times.")
        .example("{uniform: [1, 2]}");
  }

  public static NumberRange speeds() {
    return new NumberRange(1e-6, 1e5);
  }

  /**
   * @param timed how many times there must be
   * @return empty where a problem was reported
   */
  public static Optional<Waypoints.Timing> timing(
      Values values, Key<Parameter<Double>> speed, int timed) {
    if (values.has(speed)) {
      return Optional.of(new Waypoints.Speed(values.get(speed)));
    }
    List<Double> times = values.get(TIMES);
    if (times.size() != timed) {
      values.problem(
          TIMES,
          "there are " + times.size() + " times for " + timed + " points",
          "Write one for each point.");
      return Optional.empty();
    }
    return Optional.of(new Waypoints.Times(times));
  }

  /** Rules of every way. */
  public static List<Map<String, Object>> rules() {
    return List.of(new LinkedHashMap<>(Schema.exactlyOne("speed", "times")));
  }
}
