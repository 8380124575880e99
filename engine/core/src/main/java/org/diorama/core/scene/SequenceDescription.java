package org.diorama.core.scene;

/**
 * Time in the scene: frames come in sequences of equal length.
 *
 * @param length steps of a sequence; 1 for still frames
 * @param framesPerSecond steps a second; infinite for still frames, which no time lies between
 * @param shutter seconds the shutter is open, centered on the label instant
 */
public record SequenceDescription(int length, double framesPerSecond, double shutter) {
  /** Frames that have nothing to do with one another. */
  public static final SequenceDescription STILL =
      new SequenceDescription(1, Double.POSITIVE_INFINITY, 0);

  public SequenceDescription {
    if (length < 1 || !(framesPerSecond > 0) || !(shutter >= 0)) {
      throw new IllegalArgumentException("a sequence has steps, a positive rate and a shutter");
    }
  }

  /** Its time, for a frame alone. */
  public SequenceDescription ofOneStep() {
    return new SequenceDescription(1, framesPerSecond, shutter);
  }

  /** Seconds since the sequence's first label instant. */
  public double time(int step) {
    return step / framesPerSecond;
  }
}
