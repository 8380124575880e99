package org.diorama.scenefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.core.scene.SceneDescription;

/** Reads scenes that tests write down. */
final class SceneText {
  static final String MINIMAL =
      """
      version: 1
      name: minimal
      camera: {at: [0, 0, 1]}
      objects: {}
      """;

  private SceneText() {}

  static SceneReading read(Path folder, String yaml, SceneOverride... overrides) {
    return read(folder, yaml.getBytes(StandardCharsets.UTF_8), overrides);
  }

  static SceneReading read(Path folder, byte[] bytes, SceneOverride... overrides) {
    try {
      Path file = folder.resolve("scene.yaml");
      Files.write(file, bytes);
      return SceneReader.read(file, List.of(overrides));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A scene that must be sound. */
  static SceneDescription scene(Path folder, String yaml, SceneOverride... overrides) {
    return read(folder, yaml, overrides).sceneOrThrow();
  }

  /** Diagnostics without the folder. */
  static List<String> says(Path folder, SceneReading reading) {
    return reading.diagnostics().stream()
        .map(line -> line.toString().replace(folder + "/", ""))
        .toList();
  }
}
