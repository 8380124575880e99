package org.diorama.scenefile.compose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diorama.core.NearestNames;

/**
 * The folder of a scene: what the scene includes lies in it, by name and with links resolved, or is
 * a shipped library. Nothing else is opened or told of.
 */
final class SceneFolder {
  private static final int LISTED = 1000;

  private final Path scene;
  private final Path folder;

  /**
   * @param scene the main file
   */
  SceneFolder(Path scene) throws IOException {
    this.scene = scene;
    this.folder = scene.toAbsolutePath().getParent().toRealPath();
  }

  /** The scene itself, which need not be a file of the disk. */
  SceneFile scene() {
    Path path = scene.toAbsolutePath();
    try {
      path = path.toRealPath();
    } catch (IOException e) {
      // A pipe has no other name.
    }
    return new SceneFile(scene.getFileName().toString(), scene.toString(), Optional.of(path));
  }

  /**
   * The file of a name.
   *
   * @param from the file that includes it, where relative names start
   */
  SceneFile find(String name, SceneFile from) throws RefusedInclude {
    if (name.startsWith(ShippedLibraries.PREFIX)) {
      return ShippedLibraries.find(name.substring(ShippedLibraries.PREFIX.length()));
    }
    try {
      Path relative = Path.of(name);
      if (relative.isAbsolute()) {
        throw new RefusedInclude(
            name + " is an absolute name", "Write a name relative to this file.");
      }
      Path within = Path.of(from.name()).resolveSibling(relative).normalize();
      if (from.path().isEmpty()) {
        return ShippedLibraries.find(within.getFileName().toString());
      }
      return find(name, within);
    } catch (InvalidPathException e) {
      throw new RefusedInclude("no file can have this name", "Write the name of a scene file.");
    }
  }

  /**
   * @param within relative to the scene's folder, without dots that could be left out
   */
  private SceneFile find(String name, Path within) throws RefusedInclude {
    if (within.startsWith("..")) {
      throw outside(name);
    }
    Path file = folder.resolve(within);
    Path target;
    try {
      target = file.toRealPath();
    } catch (NoSuchFileException e) {
      throw new RefusedInclude("no file " + name, advice(file));
    } catch (IOException e) {
      throw new RefusedInclude(name + " cannot be read", "Check its folders and rights.");
    }
    if (!target.startsWith(folder)) {
      throw outside(name);
    }
    if (!Files.isRegularFile(target)) {
      throw new RefusedInclude(name + " is no file", "Name a scene file.");
    }
    return new SceneFile(
        within.toString().replace('\\', '/'),
        scene.resolveSibling(within).toString(),
        Optional.of(target));
  }

  private static RefusedInclude outside(String name) {
    return new RefusedInclude(
        name + " lies outside the scene's folder",
        "A scene includes files of its own folder and diorama/NAME.yaml: copy the file there.");
  }

  /** Names nearby, where the folder itself lies inside. */
  private String advice(Path file) {
    try {
      Path nearby = file.getParent().toRealPath();
      if (nearby.startsWith(folder)) {
        try (Stream<Path> files = Files.list(nearby)) {
          List<String> names =
              files.limit(LISTED).map(each -> each.getFileName().toString()).sorted().toList();
          return NearestNames.find(file.getFileName().toString(), names)
              .map(near -> "Did you mean " + near + "?")
              .orElse("Write a name relative to this file.");
        }
      }
    } catch (IOException e) {
      return "The folder is missing too; names are relative to this file.";
    }
    return "Write a name relative to this file.";
  }

  /** Opens a file that was found here. */
  static InputStream open(SceneFile file) throws IOException {
    return file.path().isPresent()
        ? Files.newInputStream(file.path().get(), LinkOption.NOFOLLOW_LINKS)
        : ShippedLibraries.open(file.name());
  }
}
