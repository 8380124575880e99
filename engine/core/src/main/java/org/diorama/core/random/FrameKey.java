package org.diorama.core.random;

/** Names one frame of one dataset: with the scene it decides every draw. */
public record FrameKey(long seed, long frame) {
  /**
   * Largest frame number that a dataset may hold: labels of up to 13 cameras then have ids below
   * 2⁵³.
   */
  public static final long MAX_FRAME = 9_999_999_999L;

  /** Ids below 2⁵³, 65,536 for each image. */
  private static final long MAX_IMAGE_ID = (1L << 53) / 65536 - 1;

  /** Largest frame number whose images by some cameras, and the instances in them, all have ids. */
  public static long lastFrame(int cameras) {
    return MAX_IMAGE_ID / cameras - 1;
  }

  public FrameKey {
    if (frame < 0) {
      throw new IllegalArgumentException("frame numbers start at 0, not " + frame);
    }
  }
}
