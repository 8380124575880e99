package org.diorama.cli.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.scenefile.SceneOverride;
import picocli.CommandLine.Option;

/** The options that change a scene, alike in every command that takes one. */
public final class SceneOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replaces a value of the scene, such as objects.cars.count=3.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--seed", paramLabel = "N", description = "Replaces the scene's seed.")
  private Long seed;

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
