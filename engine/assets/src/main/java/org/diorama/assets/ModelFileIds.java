package org.diorama.assets;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.diorama.assets.bake.ImportOptions;
import org.diorama.assets.source.FolderSource;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.files.ModelFolders;
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
   * @param folders that the file may lie in
   * @throws DioramaException BAD_INPUT where the id is malformed, or its file is missing, of
   *     another kind, or elsewhere
   */
  static ModelFile parse(String id, ModelFolders folders) {
    String[] parts = id.split("/", 4);
    try {
      ImportOptions options =
          ImportOptions.of(
              Double.parseDouble(parts[1]), UpAxis.valueOf(parts[2].toUpperCase(Locale.ROOT)));
      return of(folders, parts[3], options);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new DioramaException(ExitStatus.BAD_INPUT, "malformed asset id '" + id + "'", e);
    }
  }

  private static ModelFile of(ModelFolders folders, String name, ImportOptions options) {
    Path file = folders.require(name, "model file");
    String last = file.getFileName().toString();
    if (SUFFIXES.stream().noneMatch(last.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          name + ": not a kind of model that is read; " + String.join(", ", SUFFIXES) + " are");
    }
    return new ModelFile(new FolderSource(file.getParent()), last, options, name);
  }
}
