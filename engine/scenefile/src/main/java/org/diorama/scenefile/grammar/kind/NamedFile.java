package org.diorama.scenefile.grammar.kind;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.diorama.core.files.ModelFolders;
import org.diorama.scenefile.diagnostic.Location;

/** A key that names a file beside the scene, or in a folder that its user named. */
public final class NamedFile {
  private NamedFile() {}

  /** The file's name relative to the scene; a problem where there is none that may be read. */
  public static Optional<String> find(Values values, Key<String> key) {
    String written = values.get(key);
    Optional<Path> path = path(values, key, written);
    Optional<ModelFolders.Lookup> found = path.map(values.reading()::model);
    if (found.filter(ModelFolders.Lookup::outside).isPresent()) {
      values.problem(
          key,
          Shown.text(written) + " lies outside the scene's folder",
          "Copy it there, or name its folder on the command line: --models DIR.");
      return Optional.empty();
    }
    if (found.flatMap(ModelFolders.Lookup::real).isEmpty()) {
      values.problem(
          key,
          "no file " + Shown.text(written),
          path.flatMap(values.reading()::modelNear)
              .map(near -> "Did you mean " + near + "?")
              .orElse("Write its path relative to this file."));
      return Optional.empty();
    }
    return path.map(Path::toString);
  }

  /** Empty where no file can have this name. */
  private static Optional<Path> path(Values values, Key<String> key, String written) {
    Reading reading = values.reading();
    try {
      Location place = reading.location(MapKind.join(values.path(), key.name()));
      return Optional.of(reading.file(written, place));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
