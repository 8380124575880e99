package org.diorama.cli.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.diorama.core.EngineVersion;
import org.diorama.dataset.SceneSetting;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.Sha256;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.SourceFile;
import org.diorama.scenefile.diagnostic.Diagnostic;

/**
 * Something that a scene resolves to and that is not what a dataset was made from.
 *
 * @param file relative to the dataset, with slashes: where it is written
 * @param detail one line: the key, its value and the one that is due, or what is wrong
 */
public record SceneDifference(String file, String detail) {
  private static final String CONFIGURATION = "scene/configuration.json";

  /**
   * Resolves the scene that a dataset keeps and holds it against the one that it was made from. A
   * dataset keeps no models, so that these need not be there.
   */
  public static List<SceneDifference> of(StoredDataset dataset) {
    return of(dataset, SceneReader.read(StoredScene.file(dataset), StoredScene.overrides(dataset)));
  }

  /** The same for any reading of the scene. */
  static List<SceneDifference> of(StoredDataset dataset, SceneReading reading) {
    SortedMap<String, String> due = dataset.description().resolvedScene();
    SortedMap<String, String> is = reading.resolvedKeys();
    List<SceneDifference> differences = new ArrayList<>();
    boolean modelsLack = false;
    for (Diagnostic problem : reading.diagnostics()) {
      if (lacksModel(dataset, due, problem)) {
        modelsLack = true;
      } else {
        differences.add(
            new SceneDifference(file(dataset, problem.location().source()), problem.toString()));
      }
    }
    if (!differences.isEmpty()) {
      return differences;
    }
    TreeSet<String> keys = new TreeSet<>(is.keySet());
    if (!modelsLack) {
      keys.addAll(due.keySet());
    }
    for (String key : keys) {
      if (!Objects.equals(is.get(key), due.get(key))) {
        differences.add(
            new SceneDifference(
                place(dataset, reading, key),
                key + " is " + text(is.get(key)) + ", and was " + text(due.get(key))));
      }
    }
    return differences;
  }

  /**
   * What this engine lacks to resolve the scene as it was: an engine of another version, libraries
   * that ship with it and have changed since, or permission to read it. Absent where it lacks
   * nothing.
   */
  public static Optional<String> lacking(StoredDataset dataset) {
    String then = dataset.description().engineVersion();
    if (!then.equals(EngineVersion.text())) {
      return Optional.of("the engine " + then);
    }
    for (String name : dataset.source().files().keySet()) {
      Path file = dataset.sceneFolder().resolve(name);
      if (Files.exists(file) && !Files.isReadable(file)) {
        return Optional.of("permission to read " + name);
      }
    }
    return SceneReader.read(StoredScene.file(dataset), StoredScene.overrides(dataset))
        .sources()
        .stream()
        .filter(source -> source.name().startsWith("diorama/"))
        .filter(source -> !isStored(dataset, source))
        .map(source -> "the library " + source.name() + " as it was")
        .findFirst();
  }

  private static boolean isStored(StoredDataset dataset, SourceFile source) {
    return Sha256.of(source.bytes()).equals(dataset.source().files().get(source.name()));
  }

  /** Whether a problem is that a model is not there which the dataset was made with. */
  private static boolean lacksModel(
      StoredDataset dataset, SortedMap<String, String> due, Diagnostic problem) {
    return Optional.ofNullable(due.get(problem.path()))
        .map(Path::of)
        .filter(model -> !dataset.sceneFolder().resolve(model).toFile().exists())
        .filter(model -> problem.problem().contains(model.getFileName().toString()))
        .isPresent();
  }

  /** The file that a key's value comes from; the settings of the command line are in one, too. */
  private static String place(StoredDataset dataset, SceneReading reading, String key) {
    for (SceneSetting setting : dataset.source().settings()) {
      if (key.equals(setting.path()) || key.startsWith(setting.path() + ".")) {
        return CONFIGURATION;
      }
    }
    return reading
        .locate(key)
        .map(location -> file(dataset, location.source()))
        .orElse("scene/" + dataset.source().file());
  }

  private static String file(StoredDataset dataset, String source) {
    Path path = Path.of(source);
    if (path.startsWith(dataset.root())) {
      return dataset.root().relativize(path).toString();
    }
    return dataset.source().files().containsKey(source)
        ? "scene/" + source
        : source.startsWith("--set") ? CONFIGURATION : "scene/" + dataset.source().file();
  }

  private static String text(String value) {
    return value == null ? "(none)" : value;
  }
}
