package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In some frames of this scene the camera stands on the point that it looks at. */
class FailedFramesTest {
  private static final int FRAMES = 12;

  @TempDir private Path folder;
  private Path scene;
  private Path out;

  @BeforeEach
  void writeScene() throws IOException {
    out = folder.resolve("set");
    String shell = TestScene.YAML.substring(TestScene.YAML.indexOf("  shell:"));
    shell = shell.substring(0, shell.indexOf("  fov:"));
    scene =
        TestScene.write(
            folder,
            TestScene.YAML.replace(
                shell, "  look_at: [0, 0, 1]\n  at: [{choice: {0: 1, 4: 2}}, 0, 1]\n"));
  }

  private CommandRun render(int code, Object... options) {
    Object[] fixed = {
      "render", scene, "--renderer", "reference", "--out", out, "--frames", "0-" + (FRAMES - 1)
    };
    Object[] all = new Object[fixed.length + options.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(options, 0, all, fixed.length, options.length);
    return CommandRun.of(all).expect(code);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void failedFramesAreNotedAndTheRunGoesOn() throws IOException {
    CommandRun strict = render(65);
    JsonNode summary = json(strict.lastLine());
    int failed = summary.get("failed").asInt();
    assertTrue(failed > 0 && failed < FRAMES, strict.lastLine());
    assertEquals(FRAMES - failed, summary.get("done").asInt());
    assertFalse(summary.get("finished").asBoolean());
    assertTrue(strict.err().contains("more than --max-failed 0.1%"), strict.err());
    List<String> log = Files.readAllLines(out.resolve("failed.jsonl"));
    assertEquals(failed, log.size());
    for (String line : log) {
      assertTrue(json(line).get("cause").asString().contains("Keep at and look_at apart"), line);
      assertFalse(
          Files.exists(out.resolve("records/%08d.json".formatted(json(line).get("frame").asInt()))),
          "the number stays a gap");
    }

    JsonNode again = json(render(65).lastLine());
    assertEquals(0, again.get("done").asInt());
    assertEquals(failed, again.get("failed").asInt());

    JsonNode tolerant = json(render(0, "--max-failed", "100%").lastLine());
    assertEquals(failed, tolerant.get("failed").asInt());
    assertTrue(tolerant.get("finished").asBoolean());
    assertTrue(Files.exists(out.resolve("_SUCCESS")));

    var first = Trees.digests(out);
    out = folder.resolve("again");
    render(0, "--max-failed", FRAMES);
    assertEquals(first, Trees.digests(out), "failures are as reproducible as frames");
  }
}
