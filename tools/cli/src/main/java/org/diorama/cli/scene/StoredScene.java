package org.diorama.cli.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.scene.SceneDescription;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.FileFailures;
import org.diorama.scenefile.SceneOverride;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.SceneReading;

/** The scene of a dataset, from the files that the dataset keeps or from the author's. */
public final class StoredScene {
  private StoredScene() {}

  /**
   * Loads it, with the values that the dataset was made with in place of those of the file.
   *
   * @param sceneFile the author's, beside which models lie; absent: the dataset's own copy
   * @param models other folders whose model files may be read
   * @throws DioramaException BAD_INPUT where no scene resolves to what the dataset was made from
   */
  public static LoadedScene load(
      StoredDataset dataset, Optional<Path> sceneFile, List<Path> models) {
    SortedMap<String, String> due = dataset.description().resolvedScene();
    Path file = sceneFile.orElseGet(() -> main(dataset));
    List<SceneOverride> overrides = overrides(due, SceneReader.read(file, List.of()), file);
    LoadedScene scene = LoadedScene.load(file, overrides, models);
    SortedMap<String, String> is = scene.reading().resolvedKeys();
    if (!is.equals(due)) {
      String key =
          Stream.concat(due.keySet().stream(), is.keySet().stream())
              .filter(k -> !String.valueOf(due.get(k)).equals(is.get(k)))
              .findFirst()
              .orElseThrow();
      scene.close();
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          file
              + " is not the scene that the dataset was made from: "
              + key
              + " is "
              + is.get(key)
              + ", not "
              + due.get(key));
    }
    return scene;
  }

  /** Values that the command line had replaced: those that are written alike in a scene. */
  private static List<SceneOverride> overrides(
      SortedMap<String, String> due, SceneReading reading, Path file) {
    List<SceneOverride> overrides = new ArrayList<>();
    for (Map.Entry<String, String> value : due.entrySet()) {
      String is = reading.resolvedKeys().get(value.getKey());
      if (is != null && !is.equals(value.getValue())) {
        overrides.add(new SceneOverride(value.getKey(), value.getValue(), file.toString()));
      }
    }
    return overrides;
  }

  /** The file of the dataset's copy that is the scene; the others are included by it. */
  private static Path main(StoredDataset dataset) {
    try (Stream<Path> files = Files.list(dataset.sceneFolder())) {
      for (Path file : files.filter(dataset::isSceneFile).sorted().toList()) {
        Optional<SceneDescription> scene =
            file.toString().endsWith(".json")
                ? Optional.empty()
                : SceneReader.read(file, List.of()).scene();
        if (scene.stream().anyMatch(s -> s.name().equals(dataset.description().scene()))) {
          return file;
        }
      }
    } catch (IOException e) {
      throw FileFailures.writing(dataset.sceneFolder(), e);
    }
    throw new DioramaException(
        ExitStatus.BAD_INPUT,
        dataset.sceneFolder()
            + " has no sound scene '"
            + dataset.description().scene()
            + "'; name the author's with --scene");
  }
}
