package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Whatever the reader accepts as it stands, the schema must accept too. */
  static SceneReading read(Path folder, String yaml, SceneOverride... overrides) {
    SceneReading reading = read(folder, yaml.getBytes(StandardCharsets.UTF_8), overrides);
    if (overrides.length == 0 && reading.scene().isPresent()) {
      assertEquals(Optional.of(Map.of()), SchemaJudge.judge(yaml), yaml);
    }
    return reading;
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
