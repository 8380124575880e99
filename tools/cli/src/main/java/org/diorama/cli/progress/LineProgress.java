package org.diorama.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One line now and then: the first state, the last, and between them one an interval at most. */
final class LineProgress implements Progress {
  private final Function<State, String> format;
  private final PrintWriter writer;
  private final long interval;
  private final LongSupplier clock;
  private long lastTime;
  private State latest;
  private State printed;

  /**
   * @param interval nanoseconds between lines
   * @param clock nanoseconds since some instant
   */
  LineProgress(
      Function<State, String> format, PrintWriter writer, long interval, LongSupplier clock) {
    this.format = format;
    this.writer = writer;
    this.interval = interval;
    this.clock = clock;
  }

  static String forPeople(String things, State state) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%d of %d %s (%.0f %%)",
            state.finished(),
            state.total(),
            things,
            state.percent()));
    if (state.skipped() > 0) {
      line.append(", ").append(state.skipped()).append(" were there already");
    }
    if (state.failed() > 0) {
      line.append(", ").append(state.failed()).append(" failed");
    }
    return line.toString();
  }

  static String json(State state) {
    return String.format(
        Locale.ROOT,
        "{\"event\":\"progress\",\"done\":%d,\"skipped\":%d,\"failed\":%d,\"total\":%d}",
        state.done(),
        state.skipped(),
        state.failed(),
        state.total());
  }

  /** Open Job Description 2023-09, "Stdout/stderr messages". */
  static String openJobDescription(State state) {
    return String.format(Locale.ROOT, "openjd_progress: %.1f", state.percent());
  }

  @Override
  public void update(State state) {
    latest = state;
    long now = clock.getAsLong();
    if (printed == null || now - lastTime >= interval) {
      print(now);
    }
  }

  private void print(long now) {
    writer.println(format.apply(latest));
    writer.flush();
    printed = latest;
    lastTime = now;
  }

  @Override
  public void close() {
    if (latest != null && !latest.equals(printed)) {
      print(clock.getAsLong());
    }
  }
}
