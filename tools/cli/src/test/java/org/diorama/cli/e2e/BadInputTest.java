package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is wrong: one line that says what and where, the right code, and nothing left behind.
 */
class BadInputTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void chooseOut() {
    out = folder.resolve("set");
  }

  private CommandRun render(Path scene, int code, Object... options) {
    Object[] fixed = {"render", scene, "--renderer", "reference", "--frames", "0-1"};
    Object[] all = Stream.concat(Stream.of(fixed), Stream.of(options)).toArray();
    return CommandRun.of(all).expect(code);
  }

  /** Checks that the run named its one problem and its place, and left nothing. */
  private void assertRefused(CommandRun run, String place, String problem) throws IOException {
    List<String> lines = run.err().lines().filter(line -> !line.startsWith("renderer: ")).toList();
    assertEquals(1, lines.size(), run.err());
    assertTrue(lines.get(0).startsWith("diorama: "), run.err());
    assertTrue(lines.get(0).contains(place), place + " in " + run.err());
    assertTrue(lines.get(0).contains(problem), problem + " in " + run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(out), "a folder is left");
  }

  static Stream<Arguments> brokenScenes() {
    String yaml = TestScene.YAML;
    StringBuilder bomb = new StringBuilder("bomb0: &b0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("bomb").append(i).append(": &b").append(i).append(" [");
      bomb.append(("*b" + (i - 1) + ", ").repeat(9)).append("*b").append(i - 1).append("]\n");
    }
    return Stream.of(
        Arguments.of("typo", yaml.replace("fov: 50", "fof: 50"), ":15:3: ", "fov"),
        Arguments.of("wrong type", yaml.replace("frames: 16", "frames: many"), ":3:9: ", "many"),
        Arguments.of("duplicate key", yaml + "seed: 12\n", ":38:1: ", "seed"),
        Arguments.of("alias bomb", bomb + yaml, "shapes.yaml", "alias"),
        Arguments.of("second document", yaml + "---\nversion: 1\n", ":38:1: ", "document"),
        Arguments.of("tag", yaml.replace("seed: 11", "seed: !!float 11"), ":4:", "tag"),
        Arguments.of(
            "unknown shape",
            yaml.replace("primitive: sphere", "primitive: spere"),
            ":33:",
            "sphere"),
        Arguments.of(
            "unknown category", yaml.replace("label: ball", "label: boll"), ":37:12: ", "ball"),
        Arguments.of(
            "missing model",
            yaml.replace("{primitive: sphere}", "{file: gone.obj, units: m, up: z}")
                .replace("    size: {uniform: [0.3, 0.7]}\n", ""),
            ":33:",
            "gone.obj"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenScenes")
  void aBrokenSceneIsRefusedWithItsPlace(String name, String yaml, String place, String problem)
      throws IOException {
    Path scene = TestScene.write(folder, yaml);
    assertRefused(render(scene, 65, "--out", out), place, problem);
    CommandRun validation = CommandRun.of("validate", scene).expect(65);
    assertTrue(validation.err().contains(place), validation.err());
    assertEquals("{\"scenes\":1,\"problems\":1}", validation.lastLine());
  }

  @Test
  void allProblemsAreReportedAtOnce() throws IOException {
    String yaml =
        TestScene.YAML
            .replace("frames: 16", "frames: 0")
            .replace("fov: 50", "fof: 50")
            .replace("label: ball", "label: boll");
    Path scene = TestScene.write(folder, yaml);
    CommandRun run = CommandRun.of("validate", scene).expect(65);
    assertEquals("{\"scenes\":1,\"problems\":3}", run.lastLine(), run.err());
    for (String place : List.of(":3:9: ", ":15:3: ", ":37:12: ")) {
      assertTrue(run.err().contains(place), place + " in " + run.err());
    }
  }

  @Test
  void aSceneThatIsNotThere() throws IOException {
    assertRefused(render(folder.resolve("no.yaml"), 65, "--out", out), "no.yaml", "no such file");
    assertRefused(render(folder, 65, "--out", out), folder.toString(), "folder");
  }

  /** The shape of the file that kills the importer's process: one letter of a key is wrong. */
  private static byte[] crashingGlb() {
    String json =
        """
        {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
        "meshes":[{"primitives":[{"attributes":{"POSITION":0},"material":0}]}],
        "materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0}}}],
        "textures":[{"source":0}],"images":[{"bufferVicw":1,"mimeType":"image/png"}],
        "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3",
        "min":[0,0,0],"max":[1,1,0]}],
        "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteLength":36}],
        "buffers":[{"byteLength":36}]}""";
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 3) / 4 * 4;
    ByteBuffer glb = ByteBuffer.allocate(12 + 8 + padded + 8 + 36).order(ByteOrder.LITTLE_ENDIAN);
    glb.putInt(0x46546C67).putInt(2).putInt(glb.capacity());
    glb.putInt(padded).putInt(0x4E4F534A).put(text);
    while (glb.position() < 20 + padded) {
      glb.put((byte) ' ');
    }
    glb.putInt(36).putInt(0x004E4942);
    for (float value : new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}) {
      glb.putFloat(value);
    }
    return glb.array();
  }

  private static byte[] randomBytes(String magic) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(magic.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 300; i++) {
      bytes.write(i * 37);
    }
    return bytes.toByteArray();
  }

  @Test
  void aCorruptModelStopsTheRunBeforeItsFirstFrame() throws IOException {
    for (String name : List.of("crash.glb", "noise.glb", "noise.obj", "noise.stl")) {
      byte[] bytes =
          name.equals("crash.glb")
              ? crashingGlb()
              : randomBytes(name.endsWith("glb") ? "glTF" : "");
      Files.write(folder.resolve(name), bytes);
      Path scene =
          TestScene.write(
              folder,
              TestScene.YAML
                  .replace("{primitive: sphere}", "{file: " + name + ", units: m, up: z}")
                  .replace("    size: {uniform: [0.3, 0.7]}\n", ""));
      assertRefused(render(scene, 65, "--out", out), ":33:", name);
    }
  }

  @Test
  void anOutputThatCannotBeMade() throws IOException {
    Path scene = TestScene.write(folder);
    Path file = Files.writeString(folder.resolve("file"), "a file");
    assertRefused(render(scene, 73, "--out", file.resolve("set")), "file", "");
    assertEquals("a file", Files.readString(file));

    Path strange = Files.createDirectory(folder.resolve("strange"));
    Files.writeString(strange.resolve("thesis.txt"), "years of work");
    assertRefused(render(scene, 73, "--out", strange), "strange", "thesis.txt");
    try (Stream<Path> entries = Files.list(strange)) {
      assertEquals(List.of(strange.resolve("thesis.txt")), entries.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--frames=5-4",
        "--frames=",
        "--shard=4/4",
        "--layout=tar",
        "--format=coco,voc",
        "--renderer=vulkan",
        "--max-failed=all",
        "--progress=loud",
        "--set=objects",
        "--seed=x",
        "--no-such-option"
      })
  void aMistakeInTheCommandLineIsCodeTwo(String option) throws IOException {
    Path scene = TestScene.write(folder);
    CommandRun run = CommandRun.of("render", scene, "--out", out, option).expect(2);
    assertTrue(run.err().startsWith("diorama: "), run.err());
    assertTrue(run.err().contains(option.split("=")[0].replace("--", "")), run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aDatasetThatIsNone() throws IOException {
    for (String command : List.of("finish", "view")) {
      CommandRun run =
          command.equals("view")
              ? CommandRun.of(command, folder, "--sheet").expect(65)
              : CommandRun.of(command, folder).expect(65);
      assertTrue(run.err().contains("holds no dataset"), run.err());
    }
    try (Stream<Path> entries = Files.list(folder)) {
      assertEquals(0, entries.count(), "nothing is left in a folder that is no dataset");
    }
  }

  @Test
  void aRecordThatIsNone() throws IOException {
    Path record = Files.writeString(folder.resolve("00000007.json"), "{\"version\": 1");
    CommandRun run =
        CommandRun.of("render", "--replay", record, "--renderer", "reference", "--out", out)
            .expect(65);
    assertTrue(run.err().contains("00000007.json"), run.err());
    assertFalse(Files.exists(out));
    CommandRun none = CommandRun.of("render", "--out", out).expect(2);
    assertTrue(none.err().contains("name a scene"), none.err());
  }
}
