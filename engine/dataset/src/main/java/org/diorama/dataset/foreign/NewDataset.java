package org.diorama.dataset.foreign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.files.DatasetFolder;
import org.diorama.dataset.files.DiskOperations;
import org.diorama.dataset.files.FileFailures;
import org.diorama.dataset.files.FolderLocks;
import org.diorama.dataset.files.RecordedFile;
import org.diorama.dataset.format.FormatFiles;
import org.diorama.dataset.layout.Layout;

/**
 * A dataset that appears all at once: it grows in {@code .NAME.part} beside its place and is moved
 * there when it is whole. What a dead run left is removed by the next one.
 */
final class NewDataset implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String SUCCESS = "_SUCCESS";

  private final Path out;
  private final Path growing;
  private final Placing placing;
  private final DatasetFolder folder;
  private final FormatFiles files;
  private final Set<Path> taken = new TreeSet<>();
  private final Set<Path> origins = new TreeSet<>();
  private final Set<Path> made = new HashSet<>();
  private boolean complete;

  private NewDataset(Path out, Path growing, Placing placing, DatasetFolder folder) {
    this.out = out;
    this.growing = growing;
    this.placing = placing;
    this.folder = folder;
    this.files = new FormatFiles(folder, Layout.FLAT, OptionalLong.empty());
  }

  /**
   * @throws DioramaException CANNOT_CREATE where something is at its place already, or another run
   *     is making it
   */
  static NewDataset begin(Path out, Placing placing) throws IOException {
    Path place = out.toAbsolutePath().normalize();
    if (Files.exists(place)
        && !(Files.isDirectory(place) && DatasetFolder.entries(place).isEmpty())) {
      throw new DioramaException(
          ExitStatus.CANNOT_CREATE, out + " is there already; choose another --out");
    }
    Path growing = place.resolveSibling("." + place.getFileName() + ".part");
    DatasetFolder folder = DatasetFolder.open(new DiskOperations(), growing);
    try {
      if (!folder.locks().keep(FolderLocks.WHOLE)) {
        throw new DioramaException(
            ExitStatus.CANNOT_CREATE, "another run is making " + out + "; choose another --out");
      }
      for (String left : DatasetFolder.names(growing)) {
        folder.deleteTree(left);
      }
      return new NewDataset(out, growing, placing, folder);
    } catch (IOException | RuntimeException | Error e) {
      folder.closeAfter(e);
      throw e;
    }
  }

  /** Tells of a dataset that files are taken from. */
  void takesFrom(Path root) throws IOException {
    origins.add(root.toRealPath());
  }

  /** For files that are written as streams; they appear with {@link #complete}. */
  FormatFiles files() {
    return files;
  }

  /**
   * Takes a file of another dataset in.
   *
   * @param source its real path; or one of {@link #resolve}, which is never copied
   * @param path in this dataset, with slashes
   * @return false where another file has the path already; the same one may come again
   */
  boolean place(Path source, String path) throws IOException {
    Path target = target(path);
    if (source.startsWith(growing)) {
      return source.equals(target) || again(growing.relativize(source).toString(), path);
    }
    try {
      if (placing == Placing.COPY) {
        Files.copy(source, target);
      } else {
        Files.createLink(target, source);
        if (placing == Placing.MOVE) {
          taken.add(source);
        }
      }
      return true;
    } catch (FileAlreadyExistsException e) {
      return Files.isSameFile(source, target)
          || placing == Placing.COPY && Files.mismatch(source, target) < 0;
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (e instanceof FileSystemException failure
          && (placing == Placing.COPY || FileFailures.isFull(failure))) {
        throw FileFailures.writing(out, failure);
      }
      throw new DioramaException(
          ExitStatus.CANNOT_CREATE,
          "no link from " + out + " to " + source + " (" + e.getMessage() + "); use --copy",
          e);
    }
  }

  /**
   * Gives a file that was taken in one more name; a copied one is copied once more where the file
   * system has no such links, as on sticks and many shares.
   *
   * @param path where it is in this dataset
   * @return false where another file has the name already
   */
  boolean again(String path, String name) throws IOException {
    Path target = target(name);
    try {
      Files.createLink(target, growing.resolve(path));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (placing != Placing.COPY) {
        throw e;
      }
      boolean free = !Files.exists(target);
      if (free) {
        Files.copy(growing.resolve(path), target);
      }
      return free;
    }
  }

  /**
   * Begins an empty text to append to.
   *
   * @return false where there is one already
   */
  boolean begin(String path) throws IOException {
    try {
      Files.createFile(target(path));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Appends to a small text; one that is not there is made. */
  void append(String path, CharSequence text) throws IOException {
    Files.writeString(target(path), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Where a file of this dataset is while it grows. */
  Path resolve(String path) {
    return growing.resolve(path);
  }

  /** Removes a folder of this dataset. */
  void delete(String path) throws IOException {
    folder.deleteTree(path);
    made.clear();
  }

  /** Makes a folder that may stay empty. */
  void folder(String path) throws IOException {
    Files.createDirectories(growing.resolve(path));
  }

  /** Starts a file; the caller closes it. */
  OutputStream create(String path) throws IOException {
    return Files.newOutputStream(target(path), StandardOpenOption.CREATE_NEW);
  }

  private Path target(String path) throws IOException {
    Path target = growing.resolve(path);
    if (!made.contains(target.getParent())) {
      Files.createDirectories(target.getParent());
      made.add(target.getParent());
    }
    return target;
  }

  /**
   * Writes what says what this dataset is, then {@code _SUCCESS} with its SHA-256, and moves the
   * whole to its place.
   *
   * @param name of the describing file
   */
  void complete(String name, byte[] description) throws IOException {
    List<RecordedFile> own = new ArrayList<>(files.publish());
    RecordedFile described = folder.write(name, description);
    own.add(described);
    byte[] seal = (described.sha256() + "\n").getBytes(StandardCharsets.UTF_8);
    own.add(folder.write(SUCCESS, seal));
    folder.settle(own);
    folder.deleteTree(".staging");
    Files.move(growing, out.toAbsolutePath().normalize(), StandardCopyOption.ATOMIC_MOVE);
    complete = true;
    if (placing == Placing.MOVE) {
      for (Path source : taken) {
        Files.deleteIfExists(source);
      }
      removeEmpty();
    }
  }

  /** Of datasets whose files were taken away no folders stay that hold nothing else. */
  private void removeEmpty() throws IOException {
    Set<Path> folders = new TreeSet<>();
    taken.forEach(source -> folders.add(source.getParent()));
    for (Path folder : folders) {
      for (Path root : origins) {
        Path empty = folder;
        while (empty.startsWith(root) && isEmpty(empty)) {
          Files.deleteIfExists(empty.resolve(LOCK));
          Files.delete(empty);
          empty = empty.getParent();
        }
      }
    }
  }

  private static boolean isEmpty(Path place) throws IOException {
    return Files.isDirectory(place)
        && DatasetFolder.entries(place).stream().allMatch(entry -> entry.endsWith(LOCK));
  }

  /** Removes what is not complete. */
  @Override
  public void close() throws IOException {
    files.discard();
    if (!complete) {
      for (String left : DatasetFolder.names(growing)) {
        folder.deleteTree(left);
      }
    }
    folder.close();
    Path lock = (complete ? out : growing).resolve(LOCK);
    Files.deleteIfExists(lock);
    if (!complete) {
      Files.deleteIfExists(growing);
    }
  }
}
