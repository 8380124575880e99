package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diorama.cli.Child;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog's commands on a machine without packs. */
class AssetsTest {
  private static final String TRIANGLE =
      """
      v 0 0 0
      v 2 0 0
      v 0 0 3
      v 0 4 0
      f 1 2 3
      f 1 3 4
      """;

  @TempDir private Path folder;

  private CommandRun run(Object... arguments) throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            "DIORAMA_PACKS", folder.resolve("packs").toString(),
            "DIORAMA_CACHE", folder.resolve("cache").toString());
    try (Child child = Child.start(folder, List.of(), environment, arguments)) {
      return child.await();
    }
  }

  @Test
  void aMissingPackComesWithTheCommandThatInstallsIt() throws Exception {
    String command = "tools/diorama assets install sweethome3d-furniture";
    CommandRun list = run("assets", "list").expect(0);
    assertEquals("", list.out());
    assertTrue(list.err().contains(command), list.err());

    Path scene =
        TestScene.write(
            folder,
            TestScene.YAML
                .replace("{primitive: sphere}", "sweethome3d-furniture/scopia/apples")
                .replace("    size: {uniform: [0.3, 0.7]}\n", ""));
    Path out = folder.resolve("set");
    CommandRun render = run("render", scene, "--renderer", "reference", "--out", out).expect(65);
    assertTrue(render.err().contains(command), render.err());
    assertTrue(render.err().contains("shapes.yaml:33:"), render.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void anImportTriesTheFileAndPrintsLinesThatAScenePasses() throws Exception {
    Path model = Files.writeString(folder.resolve("two sides.obj"), TRIANGLE);
    CommandRun dry =
        run("assets", "import", model, "--category", "ball", "--up", "z", "--dry-run").expect(0);
    assertTrue(dry.out().contains("2 triangles, 2.000x4.000x3.000 m"), dry.out() + dry.err());
    assertFalse(Files.exists(folder.resolve("cache")), "a dry run keeps nothing");

    CommandRun kept = run("assets", "import", model, "--category", "ball", "--up", "z").expect(0);
    assertEquals(dry.out(), kept.out());
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      assertTrue(files.anyMatch(Files::isRegularFile), "the import is kept");
    }
    String line = kept.lastLine();
    Path scene = TestScene.write(folder, TestScene.YAML + "  " + line + "\n");
    CommandRun validation = run("validate", scene).expect(0);
    assertTrue(validation.err().contains("no problems"), validation.err());
  }

  @Test
  void aFileThatCannotBeImportedIsCodeSixtyFive() throws Exception {
    Path model = Files.writeString(folder.resolve("none.obj"), "no model\n");
    CommandRun run = run("assets", "import", model, "--category", "ball").expect(65);
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("none.obj"), run.err());
  }

  @Test
  void unknownNamesAreRefused() {
    CommandRun pack = CommandRun.of("assets", "install", "sweethome").expect(2);
    assertTrue(pack.err().contains("sweethome3d-furniture"), pack.err());
    CommandRun asset = CommandRun.of("assets", "show", "primitive/bxo").expect(65);
    assertTrue(asset.err().contains("bxo"), asset.err());
    CommandRun.of("assets").expect(2);
  }

  @Test
  void aShapeIsShown() {
    CommandRun run = CommandRun.of("assets", "show", "primitive/box").expect(0);
    assertTrue(run.out().contains("1.000x1.000x1.000 m"), run.out());
    assertTrue(run.out().contains("part        plain\n"), run.out());
    assertTrue(
        run.out().contains("keypoint    top_rear_left     0.500, 0.500, 1.000 m"), run.out());
  }
}
