package org.diorama.dataset.verify.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file where a dataset has one. */
public final class PresentFile {
  private PresentFile() {}

  /**
   * All of its bytes.
   *
   * @throws NoSuchFileException where nothing is, or a folder
   */
  public static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new NoSuchFileException(file.toString(), null, "a folder is in its place");
    }
    return Files.readAllBytes(file);
  }
}
