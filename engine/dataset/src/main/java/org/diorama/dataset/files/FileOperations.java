package org.diorama.dataset.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Everything that changes a dataset's folder. Each method is one step that either happened or did
 * not when the process dies, except that a file being written may be left with any part of its
 * bytes; hence files are written where no reader looks and then moved.
 */
public interface FileOperations {
  /** Makes the folder and the ones above it that are missing. */
  void createFolders(Path folder) throws IOException;

  /** Opens a new file for writing; an old one of that name loses its content. Not buffered. */
  OutputStream create(Path file) throws IOException;

  /** Moves a file within the file system in one step; one of the new name is replaced. */
  void move(Path from, Path to) throws IOException;

  /**
   * Gives a file another name besides its own; nothing may have that name.
   *
   * @throws UnsupportedOperationException where the file system has no such links
   */
  void link(Path existing, Path other) throws IOException;

  /** Removes a file or an empty folder; nothing where there is none. */
  void delete(Path path) throws IOException;

  /** Waits until the content of files, or the entries of folders, is on stable storage. */
  void settle(Collection<Path> paths) throws IOException;
}
