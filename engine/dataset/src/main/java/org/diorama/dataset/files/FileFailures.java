package org.diorama.dataset.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** Turns a failure of the file system into a line that says what to do. */
public final class FileFailures {
  private FileFailures() {}

  /** A failure to make a folder or the first file in it. */
  public static DioramaException creating(Path path, IOException failure) {
    if (failure instanceof FileAlreadyExistsException
        || reason(failure).contains("Not a directory")) {
      return new DioramaException(
          ExitStatus.CANNOT_CREATE,
          "cannot create "
              + path
              + ": an ordinary file is in the way"
              + inTheWay(path, failure)
              + "; choose another --out",
          failure);
    }
    if (reason(failure).contains("Read-only file system")) {
      return new DioramaException(
          ExitStatus.CANNOT_CREATE,
          "cannot create " + path + ": the file system is read-only; choose another --out",
          failure);
    }
    return writing(path, failure);
  }

  /** A failure to write, move, remove or read a file. */
  public static DioramaException writing(Path path, IOException failure) {
    String reason = reason(failure);
    if (failure instanceof AccessDeniedException || reason.contains("Operation not permitted")) {
      return new DioramaException(
          ExitStatus.PERMISSION,
          "no permission for " + named(path, failure) + "; change its owner or mode",
          failure);
    }
    if (isFull(failure)) {
      return new DioramaException(
          ExitStatus.INPUT_OUTPUT,
          "disk full while writing "
              + path
              + "; free some space, then run the same command again to go on",
          failure);
    }
    if (failure instanceof NoSuchFileException) {
      return new DioramaException(
          ExitStatus.INPUT_OUTPUT,
          named(path, failure) + " has gone; is another program removing files?",
          failure);
    }
    return new DioramaException(
        ExitStatus.INPUT_OUTPUT, "I/O error at " + named(path, failure) + ": " + reason, failure);
  }

  /** Whether the disk has no room left, or its owner no quota. */
  public static boolean isFull(IOException failure) {
    return reason(failure).contains("No space left") || reason(failure).contains("quota exceeded");
  }

  private static String inTheWay(Path path, IOException failure) {
    String file = file(failure);
    return file == null || file.equals(path.toString()) ? "" : " (" + file + ")";
  }

  private static String named(Path path, IOException failure) {
    String file = file(failure);
    return file == null ? path.toString() : file;
  }

  private static String file(IOException failure) {
    return failure instanceof FileSystemException located ? located.getFile() : null;
  }

  private static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException located ? located.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
