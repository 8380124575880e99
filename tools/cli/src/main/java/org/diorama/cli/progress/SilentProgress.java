package org.diorama.cli.progress;

/** Says nothing. */
final class SilentProgress implements Progress {
  @Override
  public void update(State state) {}

  @Override
  public void close() {}
}
