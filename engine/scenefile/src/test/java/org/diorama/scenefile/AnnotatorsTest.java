package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;
import org.diorama.scenefile.grammar.SceneReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names under {@code labels.annotators}. */
class AnnotatorsTest {
  @TempDir private Path folder;

  private Annotators read(String labels) {
    return SceneText.scene(folder, SceneText.MINIMAL + "labels: " + labels + "\n").annotators();
  }

  @Test
  void aListStandsInsteadOfTheDefault() {
    assertEquals(Annotators.DEFAULT, read("{}"));
    assertEquals(new Annotators(List.of(), FloatFiles.NPY), read("{annotators: []}"));
    assertEquals(
        new Annotators(List.of(Annotator.NORMALS, Annotator.DEPTH_FLOAT), FloatFiles.EXR),
        read("{annotators: [depth, normals, depth_float, normals], float_files: exr}"));
    assertEquals(
        new Annotators(List.of(Annotator.values()), FloatFiles.NPY).text(),
        read("{annotators: all}").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[normls]|unknown value normls|Did you mean normals?",
        "[depth, distnce]|unknown value distnce|Did you mean distance?",
        "al|unknown value al|Did you mean all?",
        "{normals: true}|a list of names of annotators, or all|",
        "[[normals]]|found a list|Write one of depth, instance",
      })
  void saysWhatItDoesNotKnow(String annotators, String what, String advice) {
    SceneReading reading =
        SceneText.read(folder, SceneText.MINIMAL + "labels:\n  annotators: " + annotators + "\n");
    List<String> said = SceneText.says(folder, reading);
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).startsWith("scene.yaml:6:"), said.get(0));
    assertTrue(said.get(0).contains(what), said.get(0));
    assertTrue(advice == null || said.get(0).contains(advice), said.get(0));
  }

  @Test
  void theReferenceTellsOfEach() {
    String page = SceneReference.markdown();
    for (Annotator annotator : Annotator.values()) {
      assertTrue(page.contains("\n| `" + annotator.text() + "` | " + annotator.means() + " | "));
      annotator.files().forEach(file -> assertTrue(page.contains("`" + file.example() + "`")));
    }
  }
}
