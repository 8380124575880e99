package org.diorama.physics;

import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;

/** Streams for tests. */
final class RandomStreams {
  private static final StreamPath PATH = StreamPath.of("physics");

  private RandomStreams() {}

  static RandomStream of(long seed, long number) {
    return new RandomStream(seed, PATH, 0, number);
  }
}
