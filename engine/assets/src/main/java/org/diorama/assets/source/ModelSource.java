package org.diorama.assets.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The files of one model, by names relative to the model's folder ({@code /} or {@code \} between
 * parts, case matters).
 */
public sealed interface ModelSource extends Closeable permits FolderSource, ArchiveSource {
  /** Largest file that is read, bytes. */
  long MAX_FILE_BYTES = 512L << 20;

  /**
   * The content of a file; empty where there is none.
   *
   * @throws RefusedFileException where the name leads outside the folder, or to something that is
   *     no plain file, or to too large a file
   */
  Optional<byte[]> read(String name) throws IOException;

  /**
   * SHA-256, in lower-case hexadecimal, that changes whenever the file's content does; empty where
   * there is no such file.
   *
   * @throws RefusedFileException as {@link #read}
   */
  Optional<String> digest(String name) throws IOException;

  @Override
  void close() throws IOException;
}
