package org.diorama.scenefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
        List.of(Annotator.values()), read("camera: {stereo: {baseline: 0.1}, ", "all").names());
  }

  private Annotators read(String camera, String annotators) {
    return SceneText.scene(
            folder,
            SceneText.MINIMAL.replace("camera: {", camera)
                + "labels: {annotators: "
                + annotators
                + "}\n")
        .annotators();
  }

  /** Of all, a scene has what it can have. */
  @Test
  void disparityTakesARectifiedPair() {
    String rig = "rigs: {head: {at: [0, 0, 1], cameras: {a: %s, b: %s}}}";
    assertFalse(read("camera: {", "all").has(Annotator.DISPARITY));
    String text = SceneText.MINIMAL.replace("camera: {at: [0, 0, 1]}", rig);
    String[][] pairs = {
      {"{at: [0, 0.1, 0]}", "{at: [0, -0.1, 0]}", "true"},
      {"{at: [0, 0.1, 0], pitch: -9, fov: 40}", "{pitch: -9, fov: 40}", "true"},
      {
        "{at: [0, 0.1, 0], intrinsics: {fx: 300, fy: 300, cx: 90, cy: 120}}",
        "{intrinsics: {fx: 300, fy: 300, cx: 99, cy: 120}}",
        "true"
      },
      {"{at: [0, 0.1, 0]}", "{at: [0, 0.1, 0]}", "false"},
      {"{at: [0, 0.1, 0]}", "{at: [0, -0.1, 0.01]}", "false"},
      {"{at: [0.02, 0.1, 0]}", "{at: [0, -0.1, 0]}", "false"},
      {"{at: [0, {uniform: [0.1, 0.2]}, 0]}", "{at: [0, -0.1, 0]}", "false"},
      {"{at: [0, 0.1, 0], yaw: 1}", "{at: [0, -0.1, 0], yaw: 1}", "false"},
      {"{at: [0, 0.1, 0], roll: 1}", "{at: [0, -0.1, 0]}", "false"},
      {"{at: [0, 0.1, 0], fov: {uniform: [40, 50]}}", "{fov: {uniform: [40, 50]}}", "false"},
      {"{at: [0, 0.1, 0], fov: 40}", "{fov: 41}", "false"},
      {"{at: [0, 0.1, 0], image: {width: 64}}", "{}", "false"},
    };
    for (String[] pair : pairs) {
      String scene = text.formatted(pair[0], pair[1]) + "labels:\n  annotators: [disparity]\n";
      List<String> said = SceneText.says(folder, SceneText.read(folder, scene));
      boolean rectified = pair[2].equals("true");
      assertEquals(rectified ? 0 : 1, said.size(), scene + said);
      assertTrue(
          rectified || said.get(0).startsWith("scene.yaml:6:15: labels.annotators: disparity"),
          said.toString());
    }
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
