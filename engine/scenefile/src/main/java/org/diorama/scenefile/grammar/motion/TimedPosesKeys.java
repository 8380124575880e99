package org.diorama.scenefile.grammar.motion;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.scene.TimedPoses;
import org.diorama.scenefile.grammar.kind.Key;
import org.diorama.scenefile.grammar.kind.ListKind;
import org.diorama.scenefile.grammar.kind.MapKind;
import org.diorama.scenefile.grammar.kind.NumberRange;
import org.diorama.scenefile.grammar.kind.RisingKind;
import org.diorama.scenefile.grammar.kind.TransformKind;
import org.diorama.scenefile.grammar.kind.Values;

/** Keys of {@code poses}, exact ones at known times, of cameras and objects. */
public final class TimedPosesKeys {
  static final Key<List<Double>> TIMES =
      Key.required(
              "times",
              new RisingKind(new NumberRange(-1e6, 1e6), "s"),
              "Seconds since the sequence's first frame; between two the earlier pose holds.")
          .example("[0, 0.1, 0.2]");
  static final Key<List<Affine3>> TRANSFORMS =
      Key.required(
              "transforms",
              new ListKind<>(
                  "poses, each " + new TransformKind(true).expected(), new TransformKind(true), 1),
              "One pose for each time.")
          .example("[[1, 0, 0, 2, 0, 1, 0, 3, 0, 0, 1, 0]]");

  public static final MapKind<TimedPoses> KIND =
      new MapKind<>(List.of(TIMES, TRANSFORMS), TimedPosesKeys::poses);

  private TimedPosesKeys() {}

  private static Optional<TimedPoses> poses(Values values) {
    List<Double> times = values.get(TIMES);
    List<Affine3> transforms = values.get(TRANSFORMS);
    if (times.size() != transforms.size()) {
      values.problem(
          TRANSFORMS,
          "there are " + transforms.size() + " poses for " + times.size() + " times",
          "Write one for each time.");
      return Optional.empty();
    }
    return Optional.of(new TimedPoses(times, transforms));
  }
}
