package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.FileOperations;

/** The real file system with room for a number of bytes; removing a file gives none back. */
final class FullDisk implements FileOperations {
  private final FileOperations disk = new DiskOperations();
  private long room;

  FullDisk(long room) {
    this.room = room;
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    disk.createFolders(folder);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    OutputStream out = disk.create(file);
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        int fitting = (int) Math.min(room, length);
        out.write(bytes, offset, fitting);
        room -= fitting;
        if (fitting < length) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    disk.move(from, to);
  }

  @Override
  public void link(Path existing, Path other) throws IOException {
    disk.link(existing, other);
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(path);
  }

  @Override
  public void settle(Collection<Path> paths) {
    // What was written is not the point here.
  }
}
