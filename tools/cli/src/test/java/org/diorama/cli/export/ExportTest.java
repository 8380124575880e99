package org.diorama.cli.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.testkit.GlbFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code export}: what it takes, what it leaves, how it ends. */
class ExportTest {
  private static final String TWINS =
      TestScene.YAML
          + """
          factors:
            light: {day: {}, dusk: {set: {lighting: {sun: {elevation: 3}}}}}
            wetness: {uniform: [0, 1]}
          counterfactuals: {vary: [light], twins: 1}
          split: {train: 0.5, val: 0.5}
          """;

  @TempDir private Path folder;
  private Path scene;
  private Path glb;

  @BeforeEach
  void writeScene() throws IOException {
    scene = TestScene.write(folder);
    glb = folder.resolve("frame.glb");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void saysWhatItWrote() throws IOException {
    CommandRun run = CommandRun.of("export", scene, "--frame", 3, "--out", glb).expect(0);
    assertTrue(run.err().contains(glb.toString()), run.err());
    JsonNode summary = JsonMapper.shared().readTree(run.out());
    assertEquals(glb.toString(), summary.get("file").asString());
    assertEquals(3, summary.get("frame").asInt());
    GlbFile file = GlbFile.parse(Files.readAllBytes(glb));
    JsonNode content = summary.get("content");
    for (String list : new String[] {"nodes", "meshes", "materials", "cameras"}) {
      assertEquals(file.json().get(list).size(), content.get(list).asInt(), list);
    }
    assertEquals(0, content.get("textures").asInt());
    assertEquals(1, content.get("lights").asInt());
    assertEquals(List.of("frame.glb", "shapes.yaml"), names());
  }

  /** Not a byte differs between a scene's frame and the same frame from its record. */
  @Test
  void aRecordGivesTheSameFile() throws IOException {
    Files.writeString(scene, TWINS);
    Path set = folder.resolve("set");
    CommandRun.of("render", scene, "--renderer", "reference", "--frames", "4-5", "--out", set)
        .expect(0);
    CommandRun.of("export", scene, "--frame", 5, "--out", glb).expect(0);
    Path again = folder.resolve("again.glb");
    CommandRun.of("export", "--replay", set.resolve("records/00000005.json"), "--out", again)
        .expect(0);
    assertArrayEquals(Files.readAllBytes(glb), Files.readAllBytes(again));
    JsonNode root = GlbFile.parse(Files.readAllBytes(again)).root().get("extras");
    assertEquals(5, root.get("frame").asInt());
    assertEquals(4, root.get("twin_of").asInt());
    assertEquals(2, root.get("sequence").asInt());
    assertEquals(11, root.get("seed").asInt());
    assertTrue(root.at("/factors/light").isString(), root.toString());
    assertTrue(root.at("/factors/wetness").isDouble(), root.toString());
    assertTrue(root.get("split").isString(), root.toString());
  }

  @Test
  void overridesCount() throws IOException {
    CommandRun.of(
            "export",
            scene,
            "--frame",
            0,
            "--out",
            glb,
            "--seed",
            5,
            "--set",
            "objects.balls.count=7")
        .expect(0);
    GlbFile file = GlbFile.parse(Files.readAllBytes(glb));
    assertEquals(5, file.root().at("/extras/seed").asInt());
    assertEquals(
        7,
        file.children().stream()
            .filter(n -> n.at("/extras/group").asString("").equals("balls"))
            .count());
  }

  @Test
  void aFileThatIsThereStaysUnlessForced() throws IOException {
    Files.writeString(glb, "mine");
    CommandRun refused = CommandRun.of("export", scene, "--frame", 0, "--out", glb).expect(73);
    assertTrue(refused.err().contains("--force"), refused.err());
    assertEquals("mine", Files.readString(glb));
    CommandRun.of("export", scene, "--frame", 0, "--out", glb, "--force").expect(0);
    assertTrue(Files.size(glb) > 1000);
    CommandRun.of("export", scene, "--frame", 0, "--out", folder, "--force").expect(73);
    CommandRun.of("export", scene, "--frame", 0, "--out", scene.resolve("f.glb")).expect(73);
    assertEquals(List.of("frame.glb", "shapes.yaml"), names());
  }

  @Test
  void badInputLeavesNoFile() throws IOException {
    CommandRun.of("export", folder.resolve("none.yaml"), "--frame", 0, "--out", glb).expect(65);
    CommandRun.of("export", scene, "--set", "objects.balls.count=-1", "--frame", 0, "--out", glb)
        .expect(65);
    CommandRun.of("export", "--replay", folder.resolve("none.json"), "--out", glb).expect(65);
    assertFalse(Files.exists(glb));
  }

  @Test
  void theCommandLineIsChecked() {
    CommandRun.of("export", scene, "--out", glb).expect(2);
    CommandRun.of("export", scene, "--frame", 0).expect(2);
    CommandRun.of("export", "--frame", 0, "--out", glb).expect(2);
    CommandRun.of("export", scene, "--frame", -1, "--out", glb).expect(2);
    CommandRun.of("export", scene, "--frame", 0, "--replay", scene, "--out", glb).expect(2);
    CommandRun.of("export", "--replay", scene, "--seed", 4, "--out", glb).expect(2);
    assertFalse(Files.exists(glb));
  }
}
