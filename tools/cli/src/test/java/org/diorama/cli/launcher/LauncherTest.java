package org.diorama.cli.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diorama.cli.launcher.Clone.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that lost its program would leave a test waiting: hence the limit. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {
  @TempDir private Path folder;
  private Clone clone;

  @BeforeEach
  void makeClone() throws IOException {
    clone = new Clone(folder.resolve("a clöne with spaces"));
  }

  private void assertBuilds(int expected, String why) throws Exception {
    Result result = clone.run("again");
    assertEquals(0, result.code(), result.err());
    assertEquals(expected, clone.builds(), why);
  }

  @Test
  void buildsOnlyWhenSourcesChanged() throws Exception {
    assertBuilds(1, "first run");
    assertBuilds(1, "nothing changed");
    Path added = clone.source.resolveSibling("Added.java");
    Clone.write(added, "added");
    assertBuilds(2, "a file was added");
    Files.delete(added);
    assertBuilds(3, "a file was deleted");
    Clone.write(clone.source, "other");
    assertBuilds(4, "a file was edited, its size is the same");
    Clone.write(clone.root.resolve("renderers/pom.xml"), "<project></project>");
    assertBuilds(5, "a pom was edited");
    Clone.write(clone.root.resolve("engine/core/src/test/SourceTest.java"), "a test was edited");
    Clone.write(clone.root.resolve("scenes/new.yaml"), "version: 1");
    Clone.write(clone.root.resolve("engine/core/target/classes/x"), "something was built");
    assertBuilds(5, "nothing that runs was changed");
  }

  @Test
  void givesArgumentsAndEnvironmentAsTheyAre() throws Exception {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, clone.root.resolve("tools/diorama"));
    Result result =
        Result.of(
            clone.start(link, folder, Map.of("LC_ALL", "C"), "two words", "", "$HOME *", "é"));
    assertEquals(0, result.code(), result.err());
    assertEquals(List.of("two words||$HOME *|é", "C.UTF-8 0"), result.out());

    Result again =
        Result.of(clone.start(link, folder, Map.of("LP_NUM_THREADS", "1"), "render", "x.yaml"));
    assertEquals(List.of("render|x.yaml", "C.UTF-8 1"), again.out());
    assertEquals(1, clone.builds());
  }

  @Test
  void fourLanesShareTheCoresOfALargerMachine() throws Exception {
    Path launcher = clone.root.resolve("tools/diorama");
    Map<Integer, Integer> threads = Map.of(1, 0, 4, 0, 5, 2, 16, 4, 62, 16);
    for (Map.Entry<Integer, Integer> machine : threads.entrySet()) {
      Map<String, String> cores = Map.of("CORES", machine.getKey().toString());
      Result result = Result.of(clone.start(launcher, folder, cores, "x"));
      assertEquals(List.of("x", "C.UTF-8 " + machine.getValue()), result.out(), result.err());
    }
  }

  @Test
  void aFailedBuildLeavesNothingThatRuns() throws Exception {
    assertBuilds(1, "first run");
    Clone.write(clone.source, "broken");
    for (int attempt = 2; attempt <= 3; attempt++) {
      Result result = clone.run("x");
      assertEquals(70, result.code(), result.err());
      assertEquals(List.of(), result.out());
      assertTrue(result.err().contains("[ERROR] Source.java:[1,1] broken"), result.err());
      assertEquals(attempt, clone.builds(), "a failed build must not be taken for done");
    }
    Clone.write(clone.source, "mended");
    assertBuilds(4, "mended");
  }

  @Test
  void twoLaunchesAtOnceBuildOnce() throws Exception {
    Process first = clone.start("first");
    Process second = clone.start("second");
    Result one = Result.of(first);
    Result two = Result.of(second);
    assertEquals(List.of("first", "C.UTF-8 0"), one.out(), one.err());
    assertEquals(List.of("second", "C.UTF-8 0"), two.out(), two.err());
    assertEquals(1, clone.builds());
  }

  @Test
  void aBuildKeepsTheJarsOfARunInProgress() throws Exception {
    Process running = clone.start("wait");
    BufferedReader out = running.inputReader(StandardCharsets.UTF_8);
    assertEquals("ready", out.readLine());
    Clone.write(clone.source, "a new version");
    assertBuilds(2, "edited");
    assertEquals(2, clone.published().size(), "the jars in use and the new ones");
    running.getOutputStream().close();
    assertEquals("Late", out.readLine(), "a class loaded after the new build");
    assertEquals(5, running.waitFor());

    Clone.write(clone.source, "a newer version");
    assertBuilds(3, "edited");
    assertEquals(1, clone.published().size(), "jars that nobody runs are removed");
  }

  @Test
  void aSignalReachesTheProgram() throws Exception {
    Process running = clone.start("wait");
    BufferedReader out = running.inputReader(StandardCharsets.UTF_8);
    assertEquals("ready", out.readLine());
    // Process.destroy would close the program's stdin as well.
    running.toHandle().destroy();
    assertEquals("stopped", out.readLine());
    assertEquals(143, running.waitFor());
  }

  @Test
  void withoutMavenItSaysWhatToType() throws Exception {
    Path tools = folder.resolve("tools only");
    for (String tool :
        List.of(
            "bash",
            "readlink",
            "find",
            "sort",
            "sha256sum",
            "cut",
            "id",
            "mkdir",
            "flock",
            "sed",
            "env",
            "nproc")) {
      Clone.writeScript(
          tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(tool));
    }
    Path launcher = clone.root.resolve("tools/diorama");
    String path = tools.toString();
    Result result = Result.of(clone.start(launcher, folder, Map.of("PATH", path), "render"));
    assertEquals(69, result.code(), result.err());
    assertEquals(List.of(), result.out());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("apt-get install -y --no-install-recommends"), result.err());
    assertTrue(result.err().contains(" maven"), result.err());
    assertEquals(0, clone.builds());
  }
}
