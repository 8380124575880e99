package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diorama.cli.Child;
import org.diorama.cli.CommandRun;
import org.diorama.cli.Shell;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schedulers and people stop a run with a signal: what is committed stands, nothing is torn. */
@Timeout(300)
class SignalTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSignalEndsTheRunInOrder(String signal, int code) throws Exception {
    Path scene = TestScene.write(folder);
    Path out = folder.resolve("set");
    Object[] endless = {
      "render",
      scene,
      "--renderer",
      "reference",
      "--out",
      out,
      "--frames",
      "0-99999",
      "--layout",
      "flat",
      "--progress",
      "none"
    };
    // A test run in the background of a script ignores SIGINT, and its children would inherit that.
    List<String> heedful = List.of("env", "--default-signal=" + signal);
    CommandRun run;
    try (Child child = Child.start(folder, heedful, Map.of(), endless)) {
      Path fourth = out.resolve("records/00000003.json");
      child.awaitThat(() -> Files.exists(fourth));
      // The shell's own kill: the program of that name is no part of a small system.
      Shell.run("sh", "-c", "kill -" + signal + " " + child.pid());
      run = child.await().expect(code);
    }
    assertTrue(run.err().contains("stopped by a signal"), run.err());
    JsonNode summary = JsonMapper.shared().readTree(run.lastLine());
    long records = Trees.digests(out.resolve("records")).size();
    assertEquals(records, summary.get("done").asLong());
    assertTrue(!summary.get("finished").asBoolean() && summary.get("failed").asLong() == 0);
    for (String images : new String[] {"images", "depth", "instance", "semantic"}) {
      assertEquals(records, Trees.digests(out.resolve(images)).size(), images);
    }
    assertStaging(out);
  }

  private static void assertStaging(Path out) throws IOException {
    assertTrue(
        Trees.digests(out).keySet().stream().noneMatch(path -> path.startsWith(".staging")),
        "half-written files are left");
  }
}
