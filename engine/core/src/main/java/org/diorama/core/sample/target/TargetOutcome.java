package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.TargetVerdict;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.motion.Motion;

/**
 * What came of a frame's targets.
 *
 * @param moves of those that were moved
 */
public record TargetOutcome(List<Move> moves, List<TargetVerdict> verdicts) {
  /** Without targets. */
  public static final TargetOutcome NONE = new TargetOutcome(List.of(), List.of());

  public TargetOutcome {
    moves = List.copyOf(moves);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * @param instance its place in the list of all
   * @param parentFromAxes where it stands at last
   * @param motion from there
   */
  public record Move(int instance, Affine3 parentFromAxes, Motion motion) {}

  /**
   * @param placed where the instances stood before
   */
  public static TargetOutcome of(
      List<Affine3> placed, List<Instance> instances, List<TargetVerdict> verdicts) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Affine3 pose = instances.get(i).parentFromAxes();
      if (!pose.equals(placed.get(i))) {
        moves.add(new Move(i, pose, instances.get(i).motion()));
      }
    }
    return new TargetOutcome(moves, verdicts);
  }

  /**
   * Moves what was moved; again changes nothing.
   *
   * @param instances of the same frame, or of another step of its sequence
   */
  public void apply(List<Instance> instances) {
    for (Move move : moves) {
      instances.get(move.instance()).moveTo(move.parentFromAxes());
      instances.get(move.instance()).moveBy(move.motion());
    }
  }
}
