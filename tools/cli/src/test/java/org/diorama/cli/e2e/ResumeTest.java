package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A second run goes on where the first one ended, or refuses. */
class ResumeTest {
  @TempDir private Path folder;
  private Path scene;
  private Path out;

  @BeforeEach
  void writeScene() throws IOException {
    scene = TestScene.write(folder);
    out = folder.resolve("set");
  }

  private JsonNode render(Path where, String frames, String... options) {
    String[] all = new String[options.length + 8];
    String[] fixed = {
      "render",
      scene.toString(),
      "--renderer",
      "reference",
      "--out",
      where.toString(),
      "--frames",
      frames
    };
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(options, 0, all, fixed.length, options.length);
    return JsonMapper.shared().readTree(CommandRun.of((Object[]) all).expect(0).lastLine());
  }

  private static void expect(JsonNode summary, int done, int skipped) {
    assertEquals(done, summary.get("done").asInt(), summary.toString());
    assertEquals(skipped, summary.get("skipped").asInt(), summary.toString());
    assertTrue(summary.get("finished").asBoolean(), summary.toString());
  }

  @Test
  void theSameCommandAgainRendersNothing() throws IOException {
    expect(render(out, "0-3"), 4, 0);
    var before = Trees.digests(out);
    FileTime success = Files.getLastModifiedTime(out.resolve("_SUCCESS"));
    expect(render(out, "0-3"), 0, 4);
    assertEquals(before, Trees.digests(out));
    assertEquals(success, Files.getLastModifiedTime(out.resolve("_SUCCESS")));
  }

  @Test
  void onlyWhatIsMissingIsRendered() throws IOException {
    render(out, "0-3");
    var before = Trees.digests(out);
    Files.delete(out.resolve("records/00000002.json"));
    Files.delete(out.resolve("depth/00000001.png"));
    Files.write(out.resolve("images/00000000.png"), new byte[] {1, 2, 3});
    expect(render(out, "0-3"), 3, 1);
    assertEquals(before, Trees.digests(out));
  }

  @Test
  void aLongerRangeExtendsTheSet() throws IOException {
    render(out, "0-3");
    expect(render(out, "0-7"), 4, 4);
    expect(render(folder.resolve("whole"), "0-7"), 8, 0);
    assertEquals(Trees.digests(folder.resolve("whole")), Trees.digests(out));
  }

  @Test
  void aShorterRangeDoesNotFinishWhatALongerOneBegan() throws IOException {
    render(out, "0-7");
    Files.delete(out.resolve("records/00000006.json"));
    Files.delete(out.resolve("_SUCCESS"));
    CommandRun run =
        CommandRun.of("render", scene, "--renderer", "reference", "--out", out, "--frames", "0-1")
            .expect(0);
    assertTrue(run.err().contains("1 frames of an earlier command are still missing"), run.err());
    assertTrue(run.lastLine().contains("\"finished\":false"), run.lastLine());
    assertTrue(Files.notExists(out.resolve("_SUCCESS")));
    expect(render(out, "0-7"), 1, 7);
  }

  @Test
  void forceMakesTheNamedFramesAgain() throws IOException {
    render(out, "0-3");
    var before = Trees.digests(out);
    expect(render(out, "1-2", "--force"), 2, 0);
    assertEquals(before, Trees.digests(out));
  }

  @Test
  void anotherConfigurationIsRefusedWithTheKeysThatDiffer() throws IOException {
    render(out, "0-1");
    var before = Trees.digests(out);
    CommandRun run =
        CommandRun.of(
                "render",
                scene,
                "--renderer",
                "reference",
                "--out",
                out,
                "--set",
                "objects.balls.count=3",
                "--seed",
                12)
            .expect(78);
    assertTrue(run.err().contains("objects.balls.count"), run.err());
    assertTrue(run.err().contains("seed"), run.err());
    CommandRun other =
        CommandRun.of("render", scene, "--renderer", "opengl", "--out", out).expect(78);
    assertTrue(other.err().contains("renderer.name: reference -> opengl"), other.err());
    CommandRun layout =
        CommandRun.of(
                "render", scene, "--renderer", "reference", "--out", out, "--layout", "blocks")
            .expect(78);
    assertTrue(layout.err().contains("layout flat"), layout.err());
    assertEquals(before, Trees.digests(out));
  }

  @Test
  void commentsAndTheNumberOfFramesAreNotConfiguration() throws IOException {
    render(out, "0-1");
    scene =
        TestScene.write(
            folder, "# another comment\n" + TestScene.YAML.replace("frames: 16", "frames: 3"));
    expect(render(out, "0-1"), 0, 2);
  }

  @Test
  void blocksHoldTheSameFrames() throws IOException {
    render(out, "998-1002", "--layout", "blocks");
    Path flat = folder.resolve("flat");
    render(flat, "998-1002");
    assertEquals(
        Trees.digests(flat.resolve("images")).get("00001001.png"),
        Trees.digests(out.resolve("images")).get("00001/00001001.png"));
    assertTrue(Files.exists(out.resolve("blocks/00001.json")));
    CommandRun finish = CommandRun.of("finish", out).expect(0);
    assertTrue(finish.err().contains("COCO('" + out + "/annotations/instances/0"), finish.err());
    CommandRun.of("view", out, "--frame", 1001, "--out", folder.resolve("view.png")).expect(0);
    expect(render(out, "998-1004"), 2, 5);
  }
}
