package org.diorama.core.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/**
 * The folders that model files and images of skies may lie in, every link of their paths resolved:
 * a scene from elsewhere opens nothing that its user has not named.
 *
 * @param start where relative names start
 * @param allowed folders whose files, and those of folders below, may be read
 */
public record ModelFolders(Path start, List<Path> allowed) {
  private static final int LISTED = 1000;

  public ModelFolders {
    allowed = List.copyOf(allowed);
  }

  /** The folder of a scene, and others that the user named. */
  public static ModelFolders of(Path scene, List<Path> others) {
    List<Path> allowed = new ArrayList<>(List.of(scene));
    allowed.addAll(others);
    return new ModelFolders(scene, allowed);
  }

  /** Every folder, for names that the user types. */
  public static ModelFolders everywhere(Path start) {
    return new ModelFolders(start, List.of(start.toAbsolutePath().getRoot()));
  }

  /**
   * What a name stands for.
   *
   * @param real the file, links resolved; empty where there is none that may be read
   * @param outside whether it is, or would be, in no allowed folder; then nothing is told of it
   */
  public record Lookup(Optional<Path> real, boolean outside) {}

  /** Looks for the file of a name, absolute or relative to the start. */
  public Lookup find(String name) {
    try {
      Path asked = start.toRealPath().resolve(name);
      Path real;
      try {
        real = asked.toRealPath();
      } catch (NoSuchFileException e) {
        return new Lookup(Optional.empty(), !isAllowed(asked.normalize()));
      }
      if (!isAllowed(real)) {
        return new Lookup(Optional.empty(), true);
      }
      return new Lookup(Optional.of(real).filter(Files::isRegularFile), false);
    } catch (IOException | InvalidPathException e) {
      return new Lookup(Optional.empty(), false);
    }
  }

  /**
   * The file of a name, links resolved.
   *
   * @param what kind of file it shall be, for the message
   * @throws DioramaException BAD_INPUT where there is none, or it lies elsewhere
   */
  public Path require(String name, String what) {
    Lookup found = find(name);
    if (found.outside()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          name
              + " lies outside the scene's folder; copy it there, or name its folder: --models DIR");
    }
    return found
        .real()
        .orElseThrow(
            () ->
                new DioramaException(
                    ExitStatus.BAD_INPUT,
                    name + ": no such " + what + " (looked for " + start.resolve(name) + ")"));
  }

  /**
   * Names of files beside the one that a name stands for; none where its folder may not be read.
   */
  public List<String> beside(String name) {
    try {
      Path folder = start.toRealPath().resolve(name).getParent().toRealPath();
      if (isAllowed(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          return files.limit(LISTED).map(each -> each.getFileName().toString()).sorted().toList();
        }
      }
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
    return List.of();
  }

  private boolean isAllowed(Path file) throws IOException {
    for (Path folder : allowed) {
      if (file.startsWith(folder.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
