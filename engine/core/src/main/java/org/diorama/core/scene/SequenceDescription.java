package org.diorama.core.scene;

/**
 * Time in the scene: frames come in sequences of equal length.
 *
 * @param length steps of a sequence; 1 for still frames
 * @param framesPerSecond steps a second
 * @param shutter seconds the shutter is open, centered on the label instant
 */
public record SequenceDescription(int length, double framesPerSecond, double shutter) {
  /** Frames that have nothing to do with one another. */
  public static final SequenceDescription STILL = new SequenceDescription(1, 1, 0);

  public SequenceDescription {
    if (length < 1 || !(framesPerSecond > 0) || !(shutter >= 0)) {
      throw new IllegalArgumentException("a sequence has steps, a positive rate and a shutter");
    }
  }

  /** Seconds since the sequence's first label instant. */
  public double time(int step) {
    return step / framesPerSecond;
  }
}
