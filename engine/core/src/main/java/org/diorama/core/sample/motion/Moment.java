package org.diorama.core.sample.motion;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.scene.SequenceDescription;

/**
 * An instant of a sequence.
 *
 * @param step whose draws made once a frame hold
 * @param seconds since the sequence's first label instant
 */
public record Moment(int step, double seconds) {
  /** When everything stands where it was placed. */
  public static final Moment FIRST = new Moment(0, 0);

  /** A step's label instant. */
  static Moment label(SequenceDescription sequence, int step) {
    int inside = Math.max(0, Math.min(sequence.length() - 1, step));
    return new Moment(inside, sequence.time(step));
  }

  /**
   * What {@link MotionStates} show of a step: one instant for still frames, else five. Before the
   * first step and after the last one time runs on while draws stay.
   */
  public static List<Moment> statesOf(SequenceDescription sequence, int step) {
    if (sequence.equals(SequenceDescription.STILL)) {
      return List.of(FIRST);
    }
    Moment label = label(sequence, step);
    double half = sequence.shutter() / 2;
    return List.of(
        label(sequence, step - 1),
        new Moment(step, label.seconds() - half),
        label,
        new Moment(step, label.seconds() + half),
        label(sequence, step + 1));
  }

  /** The label instants of all steps. */
  public static List<Moment> labelsOf(SequenceDescription sequence) {
    List<Moment> labels = new ArrayList<>();
    for (int step = 0; step < sequence.length(); step++) {
      labels.add(label(sequence, step));
    }
    return labels;
  }

  /** Every instant that a frame of the sequence shows, each once. */
  public static List<Moment> allOf(SequenceDescription sequence) {
    List<Moment> all = new ArrayList<>();
    for (int step = 0; step < sequence.length(); step++) {
      all.addAll(statesOf(sequence, step));
    }
    return all.stream().distinct().toList();
  }
}
