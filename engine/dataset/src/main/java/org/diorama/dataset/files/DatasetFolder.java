package org.diorama.dataset.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.diorama.core.DioramaException;

/**
 * A dataset's folder, open for writing. Files are written in {@code .staging/SLOT/}: inside the
 * folder, so that a move is one step, and apart from what readers look at. Each writer owns a slot
 * and its lock; a slot whose lock is free belongs to a dead writer and is swept. {@code .lock} is
 * an empty file that stays. Safe for use by several threads; several of these, in several
 * processes, may be open on one folder.
 */
public final class DatasetFolder implements AutoCloseable {
  private static final String STAGING = ".staging";
  private static final String LOCK = ".lock";

  private final FileOperations operations;
  private final Path root;
  private final Path slot;
  private final FolderLocks locks;
  private final AtomicLong nextTemporary = new AtomicLong();
  private final Set<Path> knownFolders = ConcurrentHashMap.newKeySet();

  private DatasetFolder(FileOperations operations, Path root, Path slot, FolderLocks locks) {
    this.operations = operations;
    this.root = root;
    this.slot = slot;
    this.locks = locks;
  }

  /**
   * Opens the folder; makes it, and those above, where there is none.
   *
   * @throws DioramaException CANNOT_CREATE, PERMISSION or INPUT_OUTPUT
   */
  public static DatasetFolder open(FileOperations operations, Path root) {
    FolderLocks locks = null;
    try {
      operations.createFolders(root);
      locks = new FolderLocks(root.resolve(LOCK));
      return new DatasetFolder(operations, root, takeSlot(operations, root, locks), locks);
    } catch (IOException e) {
      closeAfter(e, locks);
      throw FileFailures.creating(root, e);
    } catch (RuntimeException | Error e) {
      closeAfter(e, locks);
      throw e;
    }
  }

  /**
   * Opens the folder, works in it while no other writer sets it up, and closes it.
   *
   * @throws DioramaException that of the work, or as {@link #open}
   */
  public static void whileHeld(FileOperations operations, Path root, Work work) {
    DatasetFolder folder = open(operations, root);
    try {
      folder.locks.holding(FolderLocks.SETUP, () -> work.in(folder));
    } catch (IOException e) {
      DioramaException failure = FileFailures.writing(root, e);
      folder.closeAfter(failure);
      throw failure;
    } catch (RuntimeException | Error e) {
      folder.closeAfter(e);
      throw e;
    }
    folder.close();
  }

  /** What is done in a folder that is open. */
  public interface Work {
    void in(DatasetFolder folder) throws IOException;
  }

  private static void closeAfter(Throwable failure, FolderLocks locks) {
    if (locks != null) {
      try {
        locks.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
  }

  private static Path takeSlot(FileOperations operations, Path root, FolderLocks locks)
      throws IOException {
    Path staging = root.resolve(STAGING);
    Path[] slot = new Path[1];
    locks.holding(
        FolderLocks.SETUP,
        () -> {
          for (Path left : entries(staging)) {
            String name = left.getFileName().toString();
            if (!name.matches("\\d{1,6}")) {
              continue;
            }
            int index = Integer.parseInt(name);
            locks.ifFree(FolderLocks.slot(index), () -> removeSlot(operations, left));
          }
          int index = 0;
          while (!locks.keep(FolderLocks.slot(index))) {
            index++;
          }
          slot[0] = staging.resolve(Integer.toString(index));
          operations.createFolders(slot[0]);
        });
    return slot[0];
  }

  private static void removeSlot(FileOperations operations, Path slot) throws IOException {
    for (Path temporary : entries(slot)) {
      operations.delete(temporary);
    }
    operations.delete(slot);
  }

  /** What a folder holds, sorted by name; nothing where there is no such folder. */
  public static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(entries::add);
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    entries.sort(null);
    return entries;
  }

  /** Whether a file is there in its full size; its content is not read. */
  public boolean holds(RecordedFile file) throws IOException {
    Path path = resolve(file.path());
    return Files.isRegularFile(path) && Files.size(path) == file.bytes();
  }

  /** All files in a folder and those below it, sorted; none where there is no such folder. */
  public static List<Path> filesBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry)) {
        files.addAll(filesBelow(entry));
      } else {
        files.add(entry);
      }
    }
    return files;
  }

  /** Absolute or relative to the working folder, as it was given. */
  public Path root() {
    return root;
  }

  public FolderLocks locks() {
    return locks;
  }

  /** The file at a path relative to the dataset. */
  public Path resolve(String path) {
    return root.resolve(path);
  }

  /** Names of what lies in a folder, without what serves this class; none where there is none. */
  public static List<String> names(Path root) throws IOException {
    return entries(root).stream()
        .map(entry -> entry.getFileName().toString())
        .filter(name -> !name.equals(STAGING) && !name.equals(LOCK))
        .toList();
  }

  /**
   * Starts a file.
   *
   * @param path relative to the dataset, with slashes
   */
  public StagedFile stage(String path) throws IOException {
    Path temporary = slot.resolve(Long.toString(nextTemporary.getAndIncrement()));
    return new StagedFile(operations, temporary, root.resolve(path), path);
  }

  /** Moves an ended file to its place; makes the folder where there is none. */
  public void publish(StagedFile file) throws IOException {
    requireFolder(file.targetFolder());
    file.publish();
  }

  private void requireFolder(Path folder) throws IOException {
    if (!knownFolders.contains(folder)) {
      operations.createFolders(folder);
      knownFolders.add(folder);
    }
  }

  /**
   * Gives a file of the dataset a second name; a copy where the file system has no links.
   *
   * @param path relative to the dataset, with slashes; what has that name is replaced
   */
  public RecordedFile link(RecordedFile file, String path) throws IOException {
    Path target = root.resolve(path);
    requireFolder(target.getParent());
    operations.delete(target);
    try {
      operations.link(root.resolve(file.path()), target);
    } catch (UnsupportedOperationException | FileSystemException e) {
      try (StagedFile copy = stage(path)) {
        Files.copy(root.resolve(file.path()), copy);
        copy.end();
        publish(copy);
      }
    }
    return new RecordedFile(path, file.bytes(), file.sha256());
  }

  /** Removes a folder with all that is in it; links to elsewhere are removed, not followed. */
  public void deleteTree(String path) throws IOException {
    Path folder = root.resolve(path);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path entry : entries(folder)) {
        deleteTree(path + "/" + entry.getFileName());
      }
    }
    delete(path);
  }

  /** Writes a small file in one go. */
  public RecordedFile write(String path, byte[] content) throws IOException {
    try (StagedFile file = stage(path)) {
      file.write(content);
      RecordedFile recorded = file.end();
      publish(file);
      return recorded;
    }
  }

  /** Removes a file or an empty folder; nothing where there is none. */
  public void delete(String path) throws IOException {
    Path target = root.resolve(path);
    operations.delete(target);
    knownFolders.remove(target);
  }

  /** Waits until files, with the names in their folders, are on stable storage. */
  public void settle(Collection<RecordedFile> files) throws IOException {
    Set<Path> paths = new TreeSet<>();
    for (RecordedFile file : files) {
      Path path = root.resolve(file.path());
      paths.add(path);
      paths.add(path.getParent());
    }
    operations.settle(paths);
  }

  /** Closes after a failure, which is what the caller is to hear of. */
  public void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Removes what this writer staged, and gives its locks back. */
  @Override
  public void close() {
    try (locks) {
      locks.holding(
          FolderLocks.SETUP,
          () -> {
            removeSlot(operations, slot);
            if (entries(slot.getParent()).isEmpty()) {
              operations.delete(slot.getParent());
            }
          });
    } catch (IOException e) {
      throw FileFailures.writing(slot, e);
    }
  }
}
