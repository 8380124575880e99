package org.diorama.dataset.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * Locks between all writers of one dataset, on byte ranges of one file: the system releases a dead
 * process's locks by itself. Each lock is a number, its byte. Writers in one process exclude each
 * other as well; but when one of them closes, POSIX gives back the locks that the others of its
 * process hold against other processes: one writer a folder and process is the rule.
 */
public final class FolderLocks implements AutoCloseable {
  /** Held while the folder's own files are read and changed. */
  public static final long SETUP = 0;

  /** Kept by the one writer of a folder that takes no second one. */
  public static final long WHOLE = 1;

  private static final long SLOTS = 1L << 32;
  private static final long FRAMES = 1L << 56;
  private static final long BLOCKS = 1L << 60;
  private static final int POLL_MILLISECONDS = 5;

  private final Path file;
  private final FileChannel channel;

  /** Opens the lock file; makes it where there is none. */
  public FolderLocks(Path file) throws IOException {
    this.file = file;
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Number of the lock on a writer's staging folder. */
  public static long slot(int index) {
    return SLOTS + index;
  }

  /** Number of the lock on one frame's files. */
  public static long frame(long frame) {
    return FRAMES + frame;
  }

  /** Number of the lock on one block's files. */
  public static long block(long block) {
    return BLOCKS + block;
  }

  /** What is done while a lock is held. */
  @FunctionalInterface
  public interface Action {
    void run() throws IOException;
  }

  /** Takes a lock until this is closed; false where another writer has it. */
  public boolean keep(long number) throws IOException {
    return tryLock(number) != null;
  }

  /** Does something while it holds a lock; nothing, and false, where another writer has it. */
  public boolean ifFree(long number, Action action) throws IOException {
    FileLock lock = tryLock(number);
    if (lock == null) {
      return false;
    }
    try {
      action.run();
    } finally {
      lock.release();
    }
    return true;
  }

  /**
   * Waits for a lock, then does something while it holds it. It asks again and again rather than
   * waiting in the system, which would take two processes whose threads wait for each other's other
   * locks for a deadlock.
   */
  public void holding(long number, Action action) throws IOException {
    while (!ifFree(number, action)) {
      try {
        Thread.sleep(POLL_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DioramaException(
            ExitStatus.TEMPORARY, "interrupted while waiting for another writer at " + file, e);
      }
    }
  }

  private FileLock tryLock(long number) throws IOException {
    try {
      return channel.tryLock(number, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "the file system gives no locks (" + e.getMessage() + "); mount it with locks", e);
    }
  }

  /** Releases all of its locks. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
