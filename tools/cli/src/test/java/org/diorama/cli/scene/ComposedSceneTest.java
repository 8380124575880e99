package org.diorama.cli.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes of several files, through the commands. */
class ComposedSceneTest {
  private static final String OVER =
      """
      include: [lib/base.yaml]
      name: over
      frames: 2
      objects: {blocks: {count: 2}, balls: null}
      """;

  @TempDir private Path folder;

  private Path write() throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/base.yaml"), TestScene.YAML);
    return Files.writeString(folder.resolve("over.yaml"), OVER);
  }

  private CommandRun render(Path scene, Path out) {
    return CommandRun.of("render", scene, "--out", out, "--renderer", "reference").expect(0);
  }

  /** Its own scene folder makes the same dataset again, and so does one file that says the same. */
  @Test
  void aDatasetHoldsEveryFile() throws IOException {
    Path scene = write();
    Path first = folder.resolve("first");
    render(scene, first);
    for (String name : new String[] {"over.yaml", "lib/base.yaml"}) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(name)),
          Files.readAllBytes(first.resolve("scene").resolve(name)));
    }
    Path again = folder.resolve("again");
    render(first.resolve("scene/over.yaml"), again);
    assertEquals(Trees.digests(first), Trees.digests(again));

    String balls = TestScene.YAML.substring(TestScene.YAML.indexOf("  balls:"));
    Path one =
        Files.writeString(
            folder.resolve("over.yaml"),
            TestScene.YAML
                .replace(balls, "")
                .replace("name: shapes", "name: over")
                .replace("frames: 16", "frames: 2")
                .replace("count: {uniform_int: [1, 4]}", "count: 2"));
    // The same configuration: nothing is left to render, nothing is refused.
    assertTrue(render(one, first).lastLine().contains("\"skipped\":2"));
  }

  @Test
  void anotherFileOfTheSceneIsAnotherConfiguration() throws IOException {
    Path scene = write();
    Path out = folder.resolve("set");
    render(scene, out);
    Files.writeString(
        folder.resolve("lib/base.yaml"), TestScene.YAML.replace("exposure: 14", "exposure: 15"));
    CommandRun run =
        CommandRun.of("render", scene, "--out", out, "--renderer", "reference").expect(78);
    assertTrue(run.err().contains("camera.exposure"), run.err());
  }

  @Test
  void explainsAcrossFiles() throws IOException {
    String told = CommandRun.of("explain", write()).expect(0).out();
    assertTrue(told.contains(folder + "/over.yaml:4:"), told);
    assertTrue(told.contains(folder + "/lib/base.yaml:13:14"), told);
  }

  @Test
  void modelsElsewhereTakeTheNameOfTheirFolder() throws IOException {
    Path scenes = Files.createDirectory(folder.resolve("scenes"));
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.copy(Path.of("../../scenes/parts/bracket.stl"), models.resolve("part.stl"));
    String asset = "{file: ../models/part.stl, units: mm, up: z}";
    Path scene = TestScene.write(scenes, TestScene.YAML.replace("{primitive: sphere}", asset));
    Files.writeString(
        scene, Files.readString(scene).replace("    size: {uniform: [0.3, 0.7]}\n", ""));
    CommandRun refused = CommandRun.of("validate", scene).expect(65);
    assertTrue(refused.err().contains(":33:19: objects.balls.asset.file: "), refused.err());
    assertTrue(refused.err().contains("--models DIR"), refused.err());
    CommandRun.of("validate", scene, "--models", models).expect(0);
    String frozen =
        CommandRun.of("explain", scene, "--models", models, "--frame", 0).expect(0).out();
    assertTrue(frozen.contains("file: \"../models/part.stl\""), frozen);
    CommandRun none = CommandRun.of("validate", scene, "--models", folder.resolve("no")).expect(2);
    assertTrue(none.err().contains("--models: no folder"), none.err());
    // Nothing is read through a folder that was not named, whatever a record says.
    Path out = folder.resolve("out");
    CommandRun.of(
            "render",
            scene,
            "--models",
            models,
            "--out",
            out,
            "--renderer",
            "reference",
            "--frames",
            "0")
        .expect(0);
    Path record = out.resolve("records/00000000.json");
    Object[] replay = {
      "render",
      "--replay",
      record,
      scene,
      "--renderer",
      "reference",
      "--out",
      folder.resolve("again")
    };
    assertTrue(CommandRun.of(replay).expect(65).err().contains("--models DIR"));
    Object[] named = Arrays.copyOf(replay, replay.length + 2);
    named[replay.length] = "--models";
    named[replay.length + 1] = models;
    CommandRun.of(named).expect(0);
  }

  @Test
  void librariesAreValidatedAndNotRendered() throws IOException {
    Path library =
        Files.writeString(folder.resolve("part.yaml"), "library: true\nobjects: {a: {yaw: 5}}\n");
    CommandRun good = CommandRun.of("validate", library).expect(0);
    assertTrue(good.err().contains("no problems in this library"), good.err());
    for (String command : new String[] {"render", "explain"}) {
      CommandRun run = CommandRun.of(command, library).expect(65);
      assertEquals(
          "diorama: " + library + ":1:1: this is a library, no scene. Include it in a scene.\n",
          run.err());
    }
    Files.writeString(library, "library: true\nobjects: {a: {yow: 5}}\n");
    CommandRun bad = CommandRun.of("validate", library).expect(65);
    assertTrue(bad.err().contains("part.yaml:2:15: objects.a: unknown key yow"), bad.err());
  }
}
