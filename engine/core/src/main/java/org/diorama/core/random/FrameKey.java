package org.diorama.core.random;

/** Names one frame of one dataset: with the scene it decides every draw. */
public record FrameKey(long seed, long frame) {
  public FrameKey {
    if (frame < 0) {
      throw new IllegalArgumentException("frame numbers start at 0, not " + frame);
    }
  }
}
