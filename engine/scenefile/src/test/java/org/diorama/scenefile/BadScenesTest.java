package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.scenefile.diagnostic.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corpus of scenes with problems: each is reported, at its place, and nothing else is. */
class BadScenesTest {
  @TempDir private Path folder;

  record Case(String name, String yaml, List<String> says) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndWhere(Case bad) throws IOException {
    Path file = folder.resolve("scene.yaml");
    Files.writeString(file, bad.yaml());
    SceneReading reading = SceneReader.read(file, List.of());
    List<String> said =
        reading.diagnostics().stream()
            .map(Diagnostic::toString)
            .map(line -> line.replace(file + ":", ""))
            .toList();
    assertEquals(String.join("\n", bad.says()), String.join("\n", said));
    assertFalse(bad.says().isEmpty(), "a case must say something");
    assertFalse(reading.scene().isPresent());
  }

  static Stream<Case> cases() {
    try (InputStream in = BadScenesTest.class.getResourceAsStream("bad-scenes.txt")) {
      String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ");
      return Arrays.stream(parts).skip(1).map(BadScenesTest::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case parse(String part) {
    String[] halves = part.split("(?m)^--- says\n");
    int line = halves[0].indexOf('\n');
    return new Case(
        halves[0].substring(0, line),
        halves[0].substring(line + 1),
        halves.length < 2 ? List.of() : halves[1].lines().toList());
  }
}
