package org.diorama.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on stderr why a command failed, and with which code it ends. */
final class FailureReport {
  private FailureReport() {}

  /** A mistake in the command line itself: one line, a guess at what was meant, where to look. */
  static int usage(ParameterException failure, String[] arguments) {
    var command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("diorama: " + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitStatus.USAGE.code();
  }

  /**
   * Everything else. What a person can act on is one line; a stack trace is printed only for a
   * mistake of ours.
   */
  static int print(Throwable failure, PrintWriter err) {
    ExitStatus status = statusOf(failure);
    if (status == ExitStatus.INTERNAL && !(failure instanceof DioramaException)) {
      err.println("diorama: internal error; please report it with the lines below");
      failure.printStackTrace(err);
    } else {
      err.println("diorama: " + messageOf(failure));
    }
    err.flush();
    return status.code();
  }

  private static ExitStatus statusOf(Throwable failure) {
    if (failure instanceof DioramaException known) {
      return known.status();
    }
    if (failure instanceof AccessDeniedException
        || failure.getCause() instanceof AccessDeniedException) {
      return ExitStatus.PERMISSION;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      return ExitStatus.INPUT_OUTPUT;
    }
    return failure instanceof OutOfMemoryError ? ExitStatus.TEMPORARY : ExitStatus.INTERNAL;
  }

  private static String messageOf(Throwable failure) {
    if (failure instanceof DioramaException) {
      return failure.getMessage();
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory (" + failure.getMessage() + "); use fewer lanes or a larger -Xmx";
    }
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
