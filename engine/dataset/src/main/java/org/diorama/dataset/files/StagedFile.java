package org.diorama.dataset.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file of the dataset while it is being written: it grows in the staging folder, where no reader
 * looks, and is moved to its place in one step. Closing one that was not published removes it.
 */
public final class StagedFile extends OutputStream {
  private static final int BUFFER = 1 << 16;

  private final FileOperations operations;
  private final Path temporary;
  private final Path target;
  private final String path;
  private final MessageDigest digest = Sha256.newDigest();
  private final OutputStream out;
  private long bytes;
  private boolean ended;
  private boolean published;

  StagedFile(FileOperations operations, Path temporary, Path target, String path)
      throws IOException {
    this.operations = operations;
    this.temporary = temporary;
    this.target = target;
    this.path = path;
    this.out = new BufferedOutputStream(operations.create(temporary), BUFFER);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    digest.update(buffer, offset, length);
    bytes += length;
    out.write(buffer, offset, length);
  }

  @Override
  public void flush() {
    // Writers flush out of habit; only the end matters.
  }

  /** Ends the writing. */
  public RecordedFile end() throws IOException {
    ended = true;
    out.close();
    return new RecordedFile(path, bytes, Sha256.text(digest));
  }

  /** Moves the ended file to its place, whose folder must be there. */
  void publish() throws IOException {
    if (!ended) {
      throw new IllegalStateException(path + " is still being written");
    }
    operations.move(temporary, target);
    published = true;
  }

  /** Copies the content of an ended file that is not published. */
  public void copyTo(OutputStream other) throws IOException {
    Files.copy(temporary, other);
  }

  /** Folder that the file is published into. */
  Path targetFolder() {
    return target.getParent();
  }

  @Override
  public void close() throws IOException {
    if (published) {
      return;
    }
    try {
      if (!ended) {
        ended = true;
        out.close();
      }
    } finally {
      operations.delete(temporary);
    }
  }
}
