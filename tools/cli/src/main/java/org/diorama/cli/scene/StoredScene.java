package org.diorama.cli.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.StoredDataset;
import org.diorama.scenefile.SceneOverride;

/** The scene of a dataset, from the files that the dataset keeps or from the author's. */
public final class StoredScene {
  private StoredScene() {}

  /**
   * Loads it, with the values of the command line that the dataset was made with.
   *
   * @param sceneFile the author's, beside which models lie; absent: the dataset's own copy
   * @param models other folders whose model files may be read
   * @throws DioramaException BAD_INPUT where no scene resolves to what the dataset was made from
   */
  public static LoadedScene load(
      StoredDataset dataset, Optional<Path> sceneFile, List<Path> models) {
    Path file = sceneFile.orElseGet(() -> file(dataset));
    LoadedScene scene = LoadedScene.load(file, overrides(dataset), models);
    List<SceneDifference> differences = SceneDifference.of(dataset, scene.reading());
    if (!differences.isEmpty()) {
      scene.close();
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          file
              + " is not the scene that the dataset was made from: "
              + differences.get(0).detail());
    }
    return scene;
  }

  /** The scene's own file of the dataset's copy. */
  static Path file(StoredDataset dataset) {
    return dataset.sceneFolder().resolve(dataset.source().file());
  }

  /** What the command line put into the scene. */
  static List<SceneOverride> overrides(StoredDataset dataset) {
    return dataset.source().settings().stream()
        .map(setting -> SceneOverride.set(setting.path(), setting.value()))
        .toList();
  }
}
