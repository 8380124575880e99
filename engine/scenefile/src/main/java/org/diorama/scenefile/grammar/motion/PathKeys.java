package org.diorama.scenefile.grammar.motion;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.ScenePath;
import org.diorama.scenefile.grammar.kind.FlagKind;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of one entry of {@code paths}. */
public final class PathKeys {
  static final Key<List<Vec3>> POINTS =
      Key.required("points", new PointsKind(false), "Corners in the frame of those that follow it.")
          .example("[[-50, -1.75], [50, -1.75]]");
  static final Key<Boolean> CLOSED =
      Key.withDefault(
              "closed", new FlagKind(), "false", "Whether it leads from its end to its start.")
          .example("true");
  static final Key<Double> RADIUS =
      Key.withDefault(
              "radius",
              new NumberKind(new NumberRange(0, 1e6), "m"),
              "0",
              "Radius of the arcs that round its corners, so that what follows it turns"
                  + " steadily; smaller where half of a side beside the corner is too short for the"
                  + " arc.")
          .example("6");

  public static final MapKind<ScenePath> KIND =
      new MapKind<>(List.of(POINTS, CLOSED, RADIUS), PathKeys::path);

  private PathKeys() {}

  private static Optional<ScenePath> path(Values values) {
    List<Vec3> points = values.get(POINTS);
    boolean closed = values.get(CLOSED);
    if (closed && (points.size() < 3 || points.get(0).equals(points.get(points.size() - 1)))) {
      values.problem(
          POINTS,
          points.size() < 3 ? "a way there and back" : "the last point is the first one again",
          "Write three points or more, each once.");
      return Optional.empty();
    }
    return Optional.of(new ScenePath(values.name(), points, closed, values.get(RADIUS)));
  }
}
