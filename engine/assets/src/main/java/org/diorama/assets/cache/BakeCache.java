package org.diorama.assets.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diorama.assets.bake.BakeFile;
import org.diorama.assets.bake.BakeHeader;
import org.diorama.assets.bake.CorruptBakeException;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.bake.InputFile;
import org.diorama.assets.process.ImportException;
import org.diorama.assets.process.ImportRequest;
import org.diorama.assets.process.Importer;
import org.diorama.assets.source.ModelSource;
import org.diorama.assets.source.Sha256;

/**
 * Baked models, each a file under {@code bakes/<first key>/<second key>.bake}. The first key is the
 * digest of the model file, its name, the options and the versions of importer and format. The
 * second covers every other file the import asked for, found or missing; an entry fits while all of
 * them still have the digests in its header.
 *
 * <p>Entries appear by rename, complete or not at all. Several processes may share the folder: one
 * bakes while the others wait for its lock; where the file system has no locks they all bake and
 * the last rename wins, with equal content.
 */
public final class BakeCache {
  /** Counts up whenever the importer makes something else of the same files. */
  private static final int IMPORTER_VERSION = 10;

  private static final String SUFFIX = ".bake";

  private final Path root;
  private final Importer importer;

  /**
   * @param root is created when first needed
   */
  public BakeCache(Path root, Importer importer) {
    this.root = root;
    this.importer = importer;
  }

  /**
   * The bake of a model, made now if there is none that fits.
   *
   * @throws ImportException where the model cannot be imported
   * @throws IOException where the cache cannot be written
   */
  public CachedBake get(ModelSource source, String name, ImportOptions options)
      throws ImportException, IOException {
    Path folder = root.resolve("bakes").resolve(firstKey(source, name, options));
    Optional<CachedBake> known = find(folder, source);
    if (known.isPresent()) {
      return known.get();
    }
    Files.createDirectories(folder);
    try (FolderLock lock = FolderLock.acquire(folder)) {
      Optional<CachedBake> sinceBaked = lock.waited() ? find(folder, source) : Optional.empty();
      return sinceBaked.isPresent() ? sinceBaked.get() : bake(folder, source, name, options);
    }
  }

  /** The bake of a model where there is one that fits; nothing is made. */
  public Optional<CachedBake> find(ModelSource source, String name, ImportOptions options)
      throws IOException {
    try {
      Path folder = root.resolve("bakes").resolve(firstKey(source, name, options));
      return find(folder, source);
    } catch (ImportException e) {
      return Optional.empty(); // there is no such model file
    }
  }

  /** Removes an entry that turned out to be damaged. */
  public void discard(CachedBake bake) throws IOException {
    Files.deleteIfExists(bake.file());
  }

  private static String firstKey(ModelSource source, String name, ImportOptions options)
      throws ImportException, IOException {
    String content = source.digest(name).orElseThrow(() -> new ImportException("no such file"));
    return Sha256.of(
        String.join(
            "\n",
            "bake " + BakeFile.version() + " importer " + IMPORTER_VERSION,
            options.canonical(),
            name,
            content));
  }

  private Optional<CachedBake> find(Path folder, ModelSource source) throws IOException {
    for (Path file : entries(folder)) {
      try {
        BakeHeader header = BakeFile.readHeader(file);
        if (fits(header, source)) {
          return Optional.of(new CachedBake(file, header));
        }
      } catch (CorruptBakeException e) {
        Files.deleteIfExists(file);
      } catch (NoSuchFileException e) {
        // another process found it damaged first
      }
    }
    return Optional.empty();
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        stream.forEach(entries::add);
      }
    }
    Collections.sort(entries);
    return entries;
  }

  private static boolean fits(BakeHeader header, ModelSource source) throws IOException {
    for (InputFile input : header.inputs()) {
      if (!source.digest(input.name()).equals(input.digest())) {
        return false;
      }
    }
    return true;
  }

  private CachedBake bake(Path folder, ModelSource source, String name, ImportOptions options)
      throws ImportException, IOException {
    Path draft = folder.resolve("draft-" + UUID.randomUUID() + ".tmp");
    try {
      importer.run(new ImportRequest(source, name, options, draft));
      BakeHeader header = BakeFile.readHeader(draft);
      BakeFile.readModel(draft);
      Path file = folder.resolve(secondKey(header) + SUFFIX);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new CachedBake(file, header);
    } catch (CorruptBakeException e) {
      throw new ImportException("makes the importer write an unsound model: " + e.getMessage());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String secondKey(BakeHeader header) {
    StringBuilder text = new StringBuilder();
    for (InputFile input : header.inputs()) {
      text.append(input.name()).append('\n').append(input.digest().orElse("-")).append('\n');
    }
    return Sha256.of(text.toString());
  }
}
