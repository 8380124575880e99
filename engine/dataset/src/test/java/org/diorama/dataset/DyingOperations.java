package org.diorama.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.FileOperations;

/**
 * The real file system, until the process dies: after a number of steps every further step throws,
 * clean-up included, as if nothing more were ever run. A write may die halfway.
 */
final class DyingOperations implements FileOperations {
  /** What {@code kill -9} looks like from inside. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death() {
      super("the process is dead", null, false, false);
    }
  }

  private final FileOperations disk = new DiskOperations();
  private final long steps;
  private long taken;

  /** Never dies. */
  static DyingOperations immortal() {
    return new DyingOperations(Long.MAX_VALUE);
  }

  DyingOperations(long steps) {
    this.steps = steps;
  }

  private synchronized void step() {
    if (++taken > steps) {
      throw new Death();
    }
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    step();
    disk.createFolders(folder);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    step();
    OutputStream out = disk.create(file);
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
          step();
        } catch (Death death) {
          if (taken == steps + 1) {
            out.write(bytes, offset, length / 2);
          }
          throw death;
        }
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        out.close();
        step();
      }
    };
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
    disk.move(from, to);
  }

  @Override
  public void link(Path existing, Path other) throws IOException {
    step();
    disk.link(existing, other);
  }

  @Override
  public void delete(Path path) throws IOException {
    step();
    disk.delete(path);
  }

  /** Does not wait for the disk: the process dies here, not the machine. */
  @Override
  public void settle(Collection<Path> paths) {
    step();
  }
}
