package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Affine3;

/**
 * Exact poses at known instants; between two of them the earlier one holds.
 *
 * @param seconds rising, since the sequence's first label instant
 * @param poses one for each: rigid, from the thing's axes to the frame it stands in
 */
public record TimedPoses(List<Double> seconds, List<Affine3> poses) {
  public TimedPoses {
    seconds = List.copyOf(seconds);
    poses = List.copyOf(poses);
    if (seconds.size() != poses.size()) {
      throw new IllegalArgumentException(seconds.size() + " times, " + poses.size() + " poses");
    }
  }

  /** The latest pose by then; nothing before the first. */
  public Optional<Affine3> at(double instant) {
    int after = 0;
    while (after < seconds.size() && seconds.get(after) <= instant) {
      after++;
    }
    return after == 0 ? Optional.empty() : Optional.of(poses.get(after - 1));
  }
}
