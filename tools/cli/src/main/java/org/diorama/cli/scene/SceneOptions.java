package org.diorama.cli.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.scenefile.SceneOverride;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that change a scene, alike in every command that takes one. */
public final class SceneOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replaces a value of the scene, such as objects.cars.count=3.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--seed", paramLabel = "N", description = "Replaces the scene's seed.")
  private Long seed;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "A folder outside the scene's own whose model files it may read; for several, repeat it.")
  private List<Path> models = new ArrayList<>();

  /**
   * Folders outside the scene's own whose model files it may read.
   *
   * @throws ParameterException where one is no folder
   */
  public List<Path> models() {
    for (Path folder : models) {
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(command.commandLine(), "--models: no folder " + folder);
      }
    }
    return models;
  }

  /** In the order they apply. */
  public List<SceneOverride> overrides() {
    List<SceneOverride> overrides = new ArrayList<>();
    settings.forEach((path, value) -> overrides.add(SceneOverride.set(path, value)));
    if (seed != null) {
      overrides.add(new SceneOverride("seed", Long.toString(seed), "--seed"));
    }
    return overrides;
  }
}
