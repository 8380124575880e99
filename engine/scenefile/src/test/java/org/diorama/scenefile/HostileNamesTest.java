package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would deceive a reader, leave a folder, or open a device. */
class HostileNamesTest {
  private static final String OBJECT = "{asset: {primitive: box}, label: none}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x",
        "..",
        ".",
        "a/b",
        "a\\\\b",
        "C:x",
        "CON",
        "con",
        "nul",
        "Aux",
        "COM1",
        "lpt9",
        "",
        " ",
        "-a",
        "a.b",
        "é",
        "名",
        "a\\u0007",
        "a\\u202eb",
        "\\u2066a",
        "a\\ud800",
        "a\\e[31m",
        "a\\nb",
        "a\\u2028b",
        "$a",
        "~"
      })
  void noNameOfAnObject(String name) {
    List<String> said =
        says(SceneText.MINIMAL.replace("{}", "{\"%s\": %s}".formatted(name, OBJECT)));
    assertTrue(said.size() >= 1 && said.get(0).startsWith("scene.yaml:4:11: "), said.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x",
        "..",
        ".",
        "a/b",
        "CON",
        "con.tar",
        "nul",
        "COM1.a.b",
        "a.",
        "",
        " ",
        "a b",
        "é",
        "a\\u202eb",
        "a\\0",
        ".hidden",
        "-rf"
      })
  void noNameOfAScene(String name) {
    List<String> said = says(SceneText.MINIMAL.replace("minimal", "\"" + name + "\""));
    assertTrue(said.size() >= 1 && said.get(0).startsWith("scene.yaml:2:7: "), said.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "conifer", "com10", "nullable", "auxiliary", "prn_1", "lpt"})
  void wordsThatOnlyStartSo(String name) {
    assertEquals(List.of(), says(SceneText.MINIMAL.replace("minimal", name)));
    assertEquals(
        List.of(), says(SceneText.MINIMAL.replace("{}", "{" + name + ": " + OBJECT + "}")));
  }

  @Test
  void saysWhatIsWrongWithDevices() {
    assertEquals(
        List.of(
            "scene.yaml:2:7: name: found the text \"CON\" (Windows keeps this word for a device)."
                + " Write a name of letters, digits, dots, dashes, underscores.",
            "scene.yaml:4:11: objects: \"nul\" cannot be the name of an object (Windows keeps this"
                + " word for a device). Write letters, digits, spaces, dashes and underscores."),
        says(SceneText.MINIMAL.replace("minimal", "CON").replace("{}", "{nul: " + OBJECT + "}")));
  }

  @Test
  void marksOfDirectionStandInCommentsAlone() {
    assertEquals(List.of(), says(SceneText.MINIMAL + "# \u202Eabc\n"));
    assertEquals(
        List.of("scene.yaml:5:9: character U+202E is not allowed here. Remove it."),
        says(SceneText.MINIMAL + "labels: \u202E{}\n").subList(0, 1));
  }

  /** A message that quotes such a text would deceive, too. */
  @Test
  void messagesDoNotRepeatThem() {
    for (String line : says(SceneText.MINIMAL + "categories: \"a\\u202Eb\\u0007\\ud800\"\n")) {
      assertTrue(line.codePoints().allMatch(c -> c >= ' ' && c != 0x202E && c != 0xD800), line);
    }
  }

  private List<String> says(String yaml) {
    return SceneText.says(folder, SceneText.read(folder, yaml));
  }
}
