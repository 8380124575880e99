package org.diorama.assets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.source.FolderSource;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.AssetReference;
import org.diorama.core.scene.AssetReference.UpAxis;

/**
 * Model files as asset ids, {@code file/<meters per unit>/<y or z>/<path as written>}, so that a
 * record alone is enough to find the file again.
 */
final class ModelFileIds {
  static final String PREFIX = "file/";

  private static final List<String> SUFFIXES = List.of(".obj", ".gltf", ".glb", ".stl");

  private ModelFileIds() {}

  static String id(AssetReference.ModelFile file) {
    return PREFIX
        + file.metersPerUnit()
        + "/"
        + file.up().name().toLowerCase(Locale.ROOT)
        + "/"
        + file.path();
  }

  /**
   * @param folder that relative paths start from
   * @throws DioramaException BAD_INPUT where the id is malformed, or its file is missing or of
   *     another kind
   */
  static ModelFile parse(String id, Path folder) {
    String[] parts = id.split("/", 4);
    Path path;
    ImportOptions options;
    try {
      options =
          ImportOptions.of(
              Double.parseDouble(parts[1]), UpAxis.valueOf(parts[2].toUpperCase(Locale.ROOT)));
      path = folder.resolve(parts[3]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "malformed asset id '" + id + "'", e);
    }
    return of(path, options, parts[3]);
  }

  /**
   * @param display how messages name the file
   */
  static ModelFile of(Path path, ImportOptions options, String display) {
    if (!Files.isRegularFile(path)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, display + ": no such model file (looked for " + path + ")");
    }
    String name = path.getFileName().toString();
    if (SUFFIXES.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          display + ": not a kind of model that is read; " + String.join(", ", SUFFIXES) + " are");
    }
    Path parent = path.toAbsolutePath().normalize().getParent();
    return new ModelFile(new FolderSource(parent), name, options, display);
  }
}
