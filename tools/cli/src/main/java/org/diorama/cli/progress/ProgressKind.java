package org.diorama.cli.progress;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** The choices of {@code --progress}; their names in lower case are what users type. */
public enum ProgressKind {
  /** A bar where stderr is a terminal, log lines otherwise. */
  AUTO,
  BAR,
  LOG,
  JSON,
  OPENJD,
  NONE;

  private static final long SECOND = 1_000_000_000L;

  /**
   * @param things what is counted, in the plural
   * @param out takes lines that a farm reads
   * @param err takes what is for people
   */
  public Progress open(String things, PrintWriter out, PrintWriter err) {
    LongSupplier clock = System::nanoTime;
    return switch (this) {
      case AUTO -> (isTerminal(Path.of("/proc/self/fd/2")) ? BAR : LOG).open(things, out, err);
      case BAR -> new BarProgress(things, err);
      case LOG ->
          new LineProgress(state -> LineProgress.forPeople(things, state), err, 5 * SECOND, clock);
      case JSON -> new LineProgress(LineProgress::json, out, SECOND, clock);
      case OPENJD -> new LineProgress(LineProgress::openJobDescription, out, SECOND, clock);
      case NONE -> new SilentProgress();
    };
  }

  /** Whether a descriptor of this process leads to a terminal; {@code System.console} asks two. */
  static boolean isTerminal(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
