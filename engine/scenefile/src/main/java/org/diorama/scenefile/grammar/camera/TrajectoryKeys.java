package org.diorama.scenefile.grammar.camera;

import java.util.List;
import java.util.Optional;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.VectorParameter;
import org.diorama.core.scene.Waypoints;
import org.diorama.scenefile.grammar.distribution.Parameters;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;
import org.diorama.scenefile.grammar.motion.WayKeys;

/** Keys of a camera's {@code trajectory}. */
final class TrajectoryKeys {
  static final Key<List<VectorParameter>> POINTS =
      WayKeys.points(PoseKeys.POINT, 2, "The points it passes, meters.");
  static final Key<Parameter<Double>> SPEED =
      WayKeys.speed(Parameters.perSequence(WayKeys.speeds(), "m/s"));
  static final Key<Parameter<Double>> START =
      Key.withDefault(
              "start",
              Parameters.perSequence(new NumberRange(-1e6, 1e6), "s"),
              "0",
              "How long it has been on its way when a sequence begins; this also places it"
                  + " in still frames.")
          .example("{uniform: [0, 4]}");

  static final MapKind<Trajectory> KIND =
      new MapKind<>(
          List.of(POINTS, SPEED, WayKeys.TIMES, WayKeys.SMOOTH, START),
          WayKeys.rules(),
          TrajectoryKeys::trajectory);

  private TrajectoryKeys() {}

  /**
   * @param start seconds on the way when a sequence begins
   */
  record Trajectory(Waypoints way, Parameter<Double> start) {}

  private static Optional<Trajectory> trajectory(Values values) {
    if (!KIND.rules().hold(values, KIND.keys())) {
      return Optional.empty();
    }
    List<VectorParameter> points = values.get(POINTS);
    return WayKeys.timing(values, SPEED, points.size())
        .map(timing -> new Waypoints(points, timing, values.get(WayKeys.SMOOTH)))
        .map(way -> new Trajectory(way, values.get(START)));
  }
}
