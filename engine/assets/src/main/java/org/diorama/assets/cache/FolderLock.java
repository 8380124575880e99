package org.diorama.assets.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock between processes on one folder of the cache. It saves work and nothing depends on it:
 * where it cannot be had, {@link #acquire} returns without.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final boolean waited;

  private FolderLock(FileChannel channel, boolean waited) {
    this.channel = channel;
    this.waited = waited;
  }

  static FolderLock acquire(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.lock();
        return new FolderLock(channel, true);
      }
    } catch (OverlappingFileLockException e) {
      // another thread of this process bakes the same: both will publish equal files
    } catch (IOException e) {
      // a file system without locks, likewise
    }
    return new FolderLock(channel, false);
  }

  /** Whether another process held the lock and may have done the work meanwhile. */
  boolean waited() {
    return waited;
  }

  /** Closing the channel releases the lock. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
