package org.diorama.dataset.verify.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.diorama.dataset.verify.finding.Fault;

/**
 * A file where a dataset has one. What cannot be opened is a fault of the dataset, and the rest of
 * it is read; where the disk itself fails, reading ends.
 */
public final class PresentFile {
  private PresentFile() {}

  /**
   * All of its bytes.
   *
   * @throws NoSuchFileException where nothing is, or a folder, or a link that leads nowhere
   * @throws FaultyFile FILE_UNREADABLE where it may not be read
   */
  public static byte[] bytes(Path file) throws IOException, FaultyFile {
    requireNoFolder(file);
    try {
      return Files.readAllBytes(file);
    } catch (FileSystemException e) {
      throw told(e);
    }
  }

  /** Its bytes one after the other; throws as {@link #bytes}. */
  public static InputStream stream(Path file) throws IOException, FaultyFile {
    requireNoFolder(file);
    try {
      return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (FileSystemException e) {
      throw told(e);
    }
  }

  /** Any of its bytes; throws as {@link #bytes}. */
  public static FileChannel channel(Path file) throws IOException, FaultyFile {
    requireNoFolder(file);
    try {
      return FileChannel.open(file);
    } catch (FileSystemException e) {
      throw told(e);
    }
  }

  private static void requireNoFolder(Path file) throws NoSuchFileException {
    if (Files.isDirectory(file)) {
      throw new NoSuchFileException(file.toString(), null, "a folder is in its place");
    }
  }

  private static IOException told(FileSystemException failure) throws FaultyFile {
    if (failure instanceof AccessDeniedException) {
      throw new FaultyFile(Fault.FILE_UNREADABLE, "there is no permission to read it");
    }
    return leadsNowhere(failure)
        ? new NoSuchFileException(failure.getFile(), null, failure.getReason())
        : failure;
  }

  /** Whether nothing can be at a path: a file is on its way, or links lead in a circle. */
  public static boolean leadsNowhere(IOException failure) {
    String reason = failure instanceof FileSystemException located ? "" + located.getReason() : "";
    return failure instanceof NoSuchFileException
        || reason.contains("Not a directory")
        || reason.contains("Too many levels of symbolic links");
  }
}
