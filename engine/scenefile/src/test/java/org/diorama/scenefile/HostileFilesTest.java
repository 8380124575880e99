package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diorama.scenefile.yaml.YamlTreeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are made to hurt. The time limit is no measurement: without the limits these take
 * minutes, gigabytes or the stack.
 */
class HostileFilesTest {
  private static final Duration FOREVER = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void aliasBomb() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      String one = "*a" + (i - 1);
      yaml.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(", ", List.of(one, one, one, one, one, one, one, one, one, one))));
    }
    assertEquals(
        List.of("scene.yaml:5:45: aliases expand to more than 100000 values. Is it a scene file?"),
        says(yaml.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void deepNesting(String opening) {
    List<String> said = says("a: 1\nb:\n  " + opening.repeat(100_000));
    assertEquals(1, said.size());
    assertTrue(said.get(0).contains("nested deeper than 32 levels"), said.get(0));
  }

  @Test
  void nestingByAliases() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertEquals(
        List.of("scene.yaml:32:12: nested deeper than 32 levels. Is it a scene file?"),
        says(yaml.toString()));
  }

  @Test
  void hugeFiles() {
    byte[] bytes = new byte[5 * YamlTreeReader.MAX_BYTES];
    java.util.Arrays.fill(bytes, (byte) 'x');
    assertEquals(
        List.of("scene.yaml: the file is larger than 1048576 bytes. Is it a scene file?"),
        says(bytes));
  }

  @Test
  void hugeScalarsAndKeysAreNotEchoed() {
    String huge = "x".repeat(400_000);
    for (String yaml :
        List.of(
            "name: " + huge,
            "name: \"" + huge + "\"",
            huge + ": 1",
            "objects: {\"" + huge + "\": {}}",
            "seed: " + "9".repeat(400_000),
            "camera: {fov: 0." + "1".repeat(400_000) + "}",
            "camera: {fov: {" + huge + ": 1}}",
            "categories: " + huge,
            "a: *" + huge,
            "a: !" + huge + " 1",
            huge.substring(300_000) + ": 1\n" + huge.substring(300_000) + ": 2",
            "objects: {a: {asset: {primitive: box}, label: " + huge + "}}")) {
      List<String> said = says(yaml);
      assertTrue(said.size() >= 1);
      for (String line : said) {
        assertTrue(line.length() < 3000, () -> line.length() + ": " + line.substring(0, 300));
      }
    }
  }

  /** In either order: written from the first to the last, or from the last to the first. */
  @Test
  void longChainsOfDefinitions() {
    for (int length : new int[] {99, 100, 999, 5_000}) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        lines.add("  d%d: {sum: [$d%d, 1]}\n".formatted(i, i + 1));
      }
      lines.add("  d%d: 1\n".formatted(length));
      for (boolean turned : new boolean[] {false, true}) {
        if (turned) {
          Collections.reverse(lines);
        }
        List<String> said = says(SceneText.MINIMAL + "define:\n" + String.join("", lines));
        assertEquals(length < 100, said.isEmpty(), said.toString());
        assertTrue(
            said.stream()
                .allMatch(
                    line ->
                        line.matches(
                            ".*(lead to one another|1000 parts|5001 entries|nothing is defined).*")),
            said.toString());
      }
    }
  }

  @Test
  void manyValues() {
    List<String> said = says("name: [" + "1, ".repeat(200_000) + "]");
    assertEquals(
        List.of("scene.yaml:1:299999: more than 100000 values. Is it a scene file?"), said);
  }

  @Test
  void bytesThatAreNoText() {
    assertEquals(
        List.of("scene.yaml:2:9: this is not UTF-8 text. Save the file as UTF-8."),
        says(concat("version: 1\nname: é ", new byte[] {(byte) 0xe9, ' ', 'x'})));
    assertEquals(
        List.of("scene.yaml:1:1: this is not UTF-8 text. Save the file as UTF-8."),
        says("version: 1".getBytes(StandardCharsets.UTF_16)));
    assertEquals(
        List.of("scene.yaml:2:8: character U+0000 is not allowed in YAML. Remove it."),
        says("version: 1\nname: a\0b\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "\uFEFF"})
  void nothingAtAll(String yaml) {
    assertEquals(
        List.of(
            "scene.yaml:1:1: the file is empty. Write a scene: version, name, camera, objects."),
        says(yaml));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheScene() {
    assertEquals(List.of(), says("\uFEFF" + SceneText.MINIMAL));
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    assertEquals(List.of(), says(SceneText.MINIMAL.replace("\n", "\r\n")));
  }

  private List<String> says(String yaml) {
    return says(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> says(byte[] bytes) {
    return assertTimeoutPreemptively(
        FOREVER, () -> SceneText.says(folder, SceneText.read(folder, bytes)));
  }

  private static byte[] concat(String text, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(bytes);
    return out.toByteArray();
  }
}
