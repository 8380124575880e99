package org.diorama.assets.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder on disk. A file counts as inside where its real path, every link resolved, lies below
 * the folder's real path.
 *
 * @param folder exists
 */
public record FolderSource(Path folder) implements ModelSource {

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Optional<Path> file = resolve(name);
    return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
  }

  @Override
  public Optional<String> digest(String name) throws IOException {
    Optional<Path> file = resolve(name);
    return file.isPresent() ? Optional.of(Sha256.of(file.get())) : Optional.empty();
  }

  private Optional<Path> resolve(String name) throws IOException {
    Path root = folder.toRealPath();
    Path asked;
    try {
      asked = root.resolve(name.replace('\\', '/')).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    if (!asked.startsWith(root)) {
      throw outside(name);
    }
    if (!Files.exists(asked)) {
      return Optional.empty();
    }
    Path real = asked.toRealPath();
    if (!real.startsWith(root)) {
      throw outside(name);
    }
    if (!Files.isRegularFile(real)) {
      return Optional.empty();
    }
    if (Files.size(real) > MAX_FILE_BYTES) {
      throw new RefusedFileException("'" + name + "' is larger than " + MAX_FILE_BYTES + " bytes");
    }
    return Optional.of(real);
  }

  private static RefusedFileException outside(String name) {
    return new RefusedFileException(
        "refers to '" + name + "' outside its folder; copy that file beside the model");
  }

  @Override
  public void close() {}
}
