package org.diorama.core.random;

/**
 * Where a frame stands in a dataset: {@code frame = (sequence * twins + twin) * length + step}. A
 * still scene has sequences of one step.
 *
 * @param sequence from 0; all its steps and twins share what is drawn once a sequence
 * @param twin 0 for the frame itself, from 1 for its counterfactual twins
 * @param step of the sequence, from 0
 * @param length steps of a sequence, at least 1
 */
public record FramePosition(long sequence, int twin, int step, int length) {
  public FramePosition {
    if (sequence < 0 || twin < 0 || step < 0 || step >= length) {
      throw new IllegalArgumentException(
          "no place in a dataset: sequence " + sequence + ", twin " + twin + ", step " + step);
    }
  }

  /**
   * @param twins how many frames differ in the varied factors alone, the first included
   * @param length steps of a sequence
   */
  public static FramePosition of(long frame, int twins, int length) {
    long group = frame / length;
    return new FramePosition(group / twins, (int) (group % twins), (int) (frame % length), length);
  }

  /** A frame of a still scene without twins. */
  public static FramePosition still(long frame) {
    return of(frame, 1, 1);
  }

  /** Another step of the same sequence. */
  public FramePosition at(int otherStep) {
    return new FramePosition(sequence, twin, otherStep, length);
  }

  /** Number of the frame among those that are no twins: what draws made once a frame depend on. */
  public long drawNumber() {
    return sequence * length + step;
  }
}
