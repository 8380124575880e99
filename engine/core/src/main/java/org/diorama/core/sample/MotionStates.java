package org.diorama.core.sample;

import java.util.List;
import org.diorama.core.math.Affine3;

/**
 * Pose of a node or camera at the five instants of a frame, in the order of {@link FrameInstant}. A
 * still thing has one state that stands for all.
 */
public record MotionStates(List<Affine3> states) {
  public MotionStates {
    states = List.copyOf(states);
    if (states.size() != 1 && states.size() != 5) {
      throw new IllegalArgumentException("one state or five, not " + states.size());
    }
  }

  public static MotionStates still(Affine3 pose) {
    return new MotionStates(List.of(pose));
  }

  /** Of poses at one instant or all five; one stands for all where they are equal. */
  public static MotionStates of(List<Affine3> poses) {
    return poses.stream().distinct().count() == 1 ? still(poses.get(0)) : new MotionStates(poses);
  }

  /** The pose that labels and images at one sample show. */
  public Affine3 atLabelInstant() {
    return at(FrameInstant.LABEL);
  }

  /** The pose at an instant. */
  public Affine3 at(FrameInstant instant) {
    return states.get(states.size() == 1 ? 0 : instant.ordinal());
  }
}
