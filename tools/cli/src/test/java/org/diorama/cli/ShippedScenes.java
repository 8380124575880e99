package org.diorama.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.scenefile.SceneOverride;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.diagnostic.Findings;

/** The scenes that ship. */
public final class ShippedScenes {
  private static final Path FOLDER = Path.of("../../scenes");

  private ShippedScenes() {}

  /** Names of their files, in order. */
  public static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  public static Path file(String name) {
    return FOLDER.resolve(name);
  }

  /** Loads one; where its pack is absent the test says so and ends. */
  public static LoadedScene load(String name, List<SceneOverride> overrides) {
    Path file = file(name);
    Findings problems = LoadedScene.problems(file, SceneReader.read(file, overrides), List.of());
    // Everything but an absent pack fails in load.
    assumeTrue(
        problems.lines().stream().noneMatch(problem -> problem.contains("assets install")),
        () -> name + " NOT TESTED: " + problems);
    return LoadedScene.load(file, overrides, List.of());
  }
}
