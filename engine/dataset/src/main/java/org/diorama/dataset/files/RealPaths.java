package org.diorama.dataset.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;

/** Paths that files name, held against where they lead. */
public final class RealPaths {
  private RealPaths() {}

  /**
   * The file of a name, tried in several folders.
   *
   * @param root the file must lie in it, symbolic links followed
   * @param folders in the order of trying
   * @throws DioramaException BAD_INPUT where it is missing, or lies outside
   */
  public static Path within(Path root, List<Path> folders, String name) throws IOException {
    Path real = root.toRealPath();
    for (Path folder : folders) {
      Path file;
      try {
        file = folder.resolve(requireInside(root, name));
      } catch (InvalidPathException e) {
        throw outside(root, name);
      }
      if (Files.isRegularFile(file)) {
        if (!file.toRealPath().startsWith(real)) {
          throw outside(root, name);
        }
        return file.toRealPath();
      }
    }
    throw new DioramaException(
        ExitStatus.BAD_INPUT,
        root + ": there is no file '" + name + "' in " + String.join(", ", texts(root, folders)));
  }

  private static List<String> texts(Path root, List<Path> folders) {
    return folders.stream()
        .distinct()
        .map(folder -> folder.equals(root) ? "it" : root.relativize(folder).toString())
        .toList();
  }

  /**
   * Whether a file's path, which need not exist, lies below a folder's by its steps. Of the working
   * folder, too, whose own path may be empty or a dot.
   */
  public static boolean isBelow(Path root, Path file) {
    Path above = root.toAbsolutePath().normalize();
    Path place = file.toAbsolutePath().normalize();
    return place.startsWith(above) && !place.equals(above);
  }

  /**
   * A name that becomes part of a path: neither absolute nor with steps upwards.
   *
   * @return the same name
   * @throws DioramaException BAD_INPUT
   */
  public static String requireInside(Path root, String name) {
    Path path = Path.of(name);
    boolean upwards = false;
    for (Path step : path) {
      upwards |= step.toString().equals("..");
    }
    if (name.isEmpty() || path.isAbsolute() || upwards) {
      throw outside(root, name);
    }
    return name;
  }

  /**
   * Refuses an output that lies in an input, or the reverse.
   *
   * @throws DioramaException USAGE
   */
  public static void requireApart(Path input, Path out) throws IOException {
    Path realInput = input.toRealPath();
    Path realOut = real(out.toAbsolutePath().normalize());
    if (realOut.startsWith(realInput) || realInput.startsWith(realOut)) {
      throw new DioramaException(
          ExitStatus.USAGE, "--out " + out + " and " + input + " lie in one another");
    }
  }

  private static Path real(Path path) throws IOException {
    if (Files.exists(path) || path.getParent() == null) {
      return path.toRealPath();
    }
    return real(path.getParent()).resolve(path.getFileName());
  }

  private static DioramaException outside(Path root, String name) {
    return new DioramaException(
        ExitStatus.BAD_INPUT, root + ": '" + name + "' leads out of the dataset's folder");
  }
}
