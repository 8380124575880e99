package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenes that ship are read without a diagnostic. */
class TeachingScenesTest {
  @ParameterizedTest
  @ValueSource(strings = {"tabletop", "street"})
  void isRead(String name) {
    SceneReading reading = SceneReader.read(Path.of("../../scenes", name + ".yaml"), List.of());
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(name, reading.scene().orElseThrow().name());
  }
}
