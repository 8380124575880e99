package org.diorama.core.scene;

import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;

/** One draw of a parameter that is drawn once a frame; it refers to such parameters alone. */
final class FixedContext implements DrawContext {
  private final long seed;
  private final long number;
  private final RandomStream stream;

  FixedContext(long seed, String path, long number) {
    this(seed, StreamPath.of(path), number);
  }

  private FixedContext(long seed, StreamPath path, long number) {
    this.seed = seed;
    this.number = number;
    this.stream = new RandomStream(seed, path, number, -1);
  }

  @Override
  public RandomStream stream() {
    return stream;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public <T> T value(Parameter<T> parameter) {
    return parameter.distribution().draw(new FixedContext(seed, parameter.path(), number));
  }
}
