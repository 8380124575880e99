package org.diorama.cli.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.diorama.core.DioramaException;
import org.diorama.core.sample.UnmetFrame;

/** Tells failures of one frame from failures that would meet every frame. */
final class FrameFailure {
  private FrameFailure() {}

  /** The failure itself, without the wrappings of futures. */
  static Throwable unwrap(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * Whether the run cannot go on: the disk, the device or the configuration is at fault, or the
   * virtual machine. A scene that cannot be met, or a mistake of ours, may spare other frames.
   */
  static boolean isFatal(Throwable failure) {
    if (failure instanceof DioramaException known) {
      return switch (known.status()) {
        case BAD_INPUT, INTERNAL -> false;
        default -> true;
      };
    }
    return failure instanceof Error
        || failure instanceof IOException
        || failure instanceof UncheckedIOException;
  }

  /**
   * Whether another attempt may help: a frame is a function of its number, so one whose constraints
   * no draw could meet stays so.
   */
  static boolean mayPass(Throwable failure) {
    return !(failure instanceof UnmetFrame);
  }

  /** One line for {@code failed.jsonl}; the same failure gives the same line. */
  static String describe(Throwable failure) {
    if (failure instanceof DioramaException) {
      return failure.getMessage();
    }
    StackTraceElement[] trace = failure.getStackTrace();
    return failure + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
