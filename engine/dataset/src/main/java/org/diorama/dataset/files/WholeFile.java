package org.diorama.dataset.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * A file outside of any dataset that appears all at once: a failure leaves the old one, or none.
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Makes the content of a file.
   *
   * @param <T> what is told of it
   */
  @FunctionalInterface
  public interface Content<T> {
    T writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, and the folders above it that are missing; an old one is replaced.
   *
   * @return what the content says
   * @throws DioramaException CANNOT_CREATE, PERMISSION or INPUT_OUTPUT, with what to do
   */
  public static <T> T write(Path file, Content<T> content) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileFailures.creating(folder, e);
    }
    if (Files.isDirectory(target)) {
      throw new DioramaException(
          ExitStatus.CANNOT_CREATE, "cannot create " + file + ": a folder is in the way");
    }
    Path temporary =
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid());
    OutputStream created = create(temporary, file);
    try {
      T told;
      try {
        try (OutputStream out = new BufferedOutputStream(created)) {
          told = content.writeTo(out);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      return told;
    } catch (IOException e) {
      throw FileFailures.writing(file, e);
    }
  }

  private static OutputStream create(Path temporary, Path file) {
    try {
      return Files.newOutputStream(temporary);
    } catch (IOException e) {
      throw FileFailures.creating(file, e);
    }
  }
}
