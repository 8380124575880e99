package org.diorama.dataset.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The real file system. */
public final class DiskOperations implements FileOperations {
  private static final int SETTLING_THREADS = 16;

  @Override
  public void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    return Files.newOutputStream(file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void link(Path existing, Path other) throws IOException {
    Files.createLink(other, existing);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /**
   * Many at a time, so that one commit of the file system's journal serves many: 1,000 files of 20
   * kB took 0.25 s where one after the other took 5 s.
   */
  @Override
  public void settle(Collection<Path> paths) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(SETTLING_THREADS);
    try {
      List<Future<?>> settled = new ArrayList<>();
      for (Path path : paths) {
        settled.add(threads.submit(() -> force(path)));
      }
      for (Future<?> one : settled) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the disk");
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
    return null;
  }
}
