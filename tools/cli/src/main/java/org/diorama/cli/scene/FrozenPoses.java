package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.motion.Moment;
import org.diorama.core.scene.SequenceDescription;
import org.diorama.core.scene.TimedPoses;

/** What a frozen scene says of where a camera or lamp is at the frame's instants. */
final class FrozenPoses {
  /** Of the frame's states. */
  private final List<Double> seconds;

  FrozenPoses(SequenceDescription sequence) {
    this.seconds = Moment.statesOf(sequence, 0).stream().map(Moment::seconds).toList();
  }

  /** A key and its value. */
  String text(MotionStates states) {
    if (states.states().size() == 1) {
      return "transform: " + SceneText.transform(states.atLabelInstant());
    }
    List<Double> times = new ArrayList<>();
    List<Affine3> poses = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      // Without a shutter time three states are one.
      if (i == 0 || seconds.get(i) > seconds.get(i - 1)) {
        times.add(seconds.get(i));
        poses.add(states.states().get(i));
      }
    }
    return SceneText.poses(new TimedPoses(times, poses));
  }
}
