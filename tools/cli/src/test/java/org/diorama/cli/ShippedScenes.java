package org.diorama.cli;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.DioramaException;
import org.diorama.core.asset.Workshop;
import org.diorama.procedural.ProceduralWorkshop;
import org.diorama.scenefile.SceneOverride;

/** The scenes that ship. */
public final class ShippedScenes {
  private static final Path FOLDER = Path.of("../../scenes");

  /** Many of them show the same surfaces. */
  private static final Workshop WORKSHOP = new ProceduralWorkshop();

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
    try {
      return LoadedScene.load(file(name), overrides, List.of(), WORKSHOP);
    } catch (DioramaException e) {
      assumeFalse(
          e.getMessage().contains("assets install"), () -> name + " NOT TESTED: " + e.getMessage());
      throw e;
    }
  }
}
