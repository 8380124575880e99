package org.diorama.scenefile.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.scenefile.SceneOverride;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.SchemaJudge;

/** Scenes of several files that tests write down. */
record SceneFiles(Path folder) {
  /** Keys that every scene needs, for scenes about others. */
  static final String REST = "version: 1\nname: a\ncamera: {at: [0, 0, 1]}\n";

  /** Writes a file below the folder. */
  SceneFiles with(String name, String yaml) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, yaml);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever the reader accepts as it stands, the schema must accept too, file by file. */
  SceneReading read(String name, SceneOverride... overrides) {
    SceneReading reading = SceneReader.read(folder.resolve(name), List.of(overrides));
    if (overrides.length == 0 && reading.diagnostics().isEmpty()) {
      String yaml = new String(reading.sources().get(0).bytes(), StandardCharsets.UTF_8);
      assertEquals(Optional.of(Map.of()), SchemaJudge.judge(yaml), yaml);
    }
    return reading;
  }

  /** Problems of a scene without the folder. */
  List<String> says(String name, SceneOverride... overrides) {
    return read(name, overrides).diagnostics().stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }
}
