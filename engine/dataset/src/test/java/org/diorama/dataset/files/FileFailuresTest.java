package org.diorama.dataset.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Permissions mean nothing to root, so their failures are made here by hand. */
class FileFailuresTest {
  private static final Path OUT = Path.of("data", "out");

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new AccessDeniedException("data"), ExitStatus.PERMISSION, "no permission for data;"),
        Arguments.of(
            new FileSystemException("data/x", null, "Operation not permitted"),
            ExitStatus.PERMISSION,
            "data/x"),
        Arguments.of(
            new FileAlreadyExistsException("data"), ExitStatus.CANNOT_CREATE, "in the way (data)"),
        Arguments.of(
            new FileSystemException("data/out", null, "Not a directory"),
            ExitStatus.CANNOT_CREATE,
            "data/out: an ordinary file is in the way;"),
        Arguments.of(
            new FileSystemException("data/out", null, "Read-only file system"),
            ExitStatus.CANNOT_CREATE,
            "read-only"),
        Arguments.of(
            new IOException("No space left on device"), ExitStatus.INPUT_OUTPUT, "disk full"),
        Arguments.of(
            new FileSystemException("a", "b", "Disk quota exceeded"),
            ExitStatus.INPUT_OUTPUT,
            "disk full"),
        Arguments.of(
            new NoSuchFileException("data/out/images"),
            ExitStatus.INPUT_OUTPUT,
            "data/out/images has gone"),
        Arguments.of(
            new IOException("Input/output error"),
            ExitStatus.INPUT_OUTPUT,
            "I/O error at data/out: Input/output error"),
        Arguments.of(new IOException(), ExitStatus.INPUT_OUTPUT, "IOException"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void becomeOneLineWithAStatus(IOException cause, ExitStatus status, String part) {
    DioramaException failure = FileFailures.creating(OUT, cause);
    assertEquals(status, failure.status());
    assertTrue(failure.getMessage().contains(part), failure.getMessage());
    assertEquals(1, failure.getMessage().lines().count());
    assertEquals(cause, failure.getCause());
  }
}
