package org.diorama.core.random;

/** Names one frame of one dataset: with the scene it decides every draw. */
public record FrameKey(long seed, long frame) {
  /**
   * Largest frame number that a dataset may hold: labels of up to 13 cameras then have ids below
   * 2⁵³.
   */
  public static final long MAX_FRAME = 9_999_999_999L;

  public FrameKey {
    if (frame < 0) {
      throw new IllegalArgumentException("frame numbers start at 0, not " + frame);
    }
  }
}
