package org.diorama.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReportTest {
  private final StringWriter text = new StringWriter();

  private int print(Throwable failure) {
    return FailureReport.print(failure, new PrintWriter(text));
  }

  @ParameterizedTest
  @EnumSource(ExitStatus.class)
  void aKnownFailureIsOneLineWithItsOwnStatus(ExitStatus status) {
    int code = print(new DioramaException(status, "scene.yaml:3:5: no such key"));
    assertEquals(status.code(), code);
    assertEquals("diorama: scene.yaml:3:5: no such key" + System.lineSeparator(), text.toString());
  }

  static Stream<Arguments> platformFailures() {
    return Stream.of(
        Arguments.of(new IOException("No space left on device"), ExitStatus.INPUT_OUTPUT),
        Arguments.of(new UncheckedIOException(new IOException("x")), ExitStatus.INPUT_OUTPUT),
        Arguments.of(new AccessDeniedException("/out"), ExitStatus.PERMISSION),
        Arguments.of(
            new UncheckedIOException(new AccessDeniedException("/out")), ExitStatus.PERMISSION),
        Arguments.of(new OutOfMemoryError("Java heap space"), ExitStatus.TEMPORARY));
  }

  @ParameterizedTest
  @MethodSource("platformFailures")
  void aFailureOfThePlatformIsOneLineToo(Throwable failure, ExitStatus expected) {
    assertEquals(expected.code(), print(failure));
    assertEquals(1, text.toString().lines().count(), text.toString());
  }

  @Test
  void aMistakeOfOursKeepsItsTrace() {
    assertEquals(ExitStatus.INTERNAL.code(), print(new IllegalStateException("broken")));
    assertTrue(text.toString().contains("internal error"), text.toString());
    assertTrue(text.toString().contains("at org.diorama.cli.FailureReportTest"), text.toString());
  }
}
