package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.diorama.cli.Child;
import org.diorama.cli.CommandRun;
import org.diorama.cli.TestScene;
import org.diorama.cli.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies at any moment, by SIGKILL, harms nothing. */
@Timeout(600)
class KillTest {
  private static final int FRAMES = 30;

  /** Those that are counted, of a whole set. */
  private static final int FILES = 2 * FRAMES;

  private static final int KILLS = 20;
  private static final int KILLS_WITHIN_A_FRAME = 4;

  @TempDir private Path folder;
  private Path scene;

  @BeforeEach
  void writeScene() throws IOException {
    scene = TestScene.write(folder);
  }

  private Object[] command(Path out) {
    return new Object[] {
      "render",
      scene,
      "--renderer",
      "reference",
      "--out",
      out,
      "--frames",
      "0-" + (FRAMES - 1),
      "--progress",
      "none"
    };
  }

  private static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** Progress, in files: the first image of each frame, and its record, which is its last file. */
  private static long filesOf(Path out) throws IOException {
    return count(out.resolve("images")) + count(out.resolve("records"));
  }

  /** Whether some frame has its first file but not its last. */
  private static boolean isWithinAFrame(Path out) throws IOException {
    return count(out.resolve("images")) > count(out.resolve("records"));
  }

  @Test
  void killedTwentyTimesTheSetIsThatOfAnUninterruptedRun() throws Exception {
    Path whole = folder.resolve("whole");
    CommandRun.of(command(whole)).expect(0);
    SortedMap<String, String> expected = Trees.digests(whole);

    long seed = 20261122;
    Random random = new Random(seed);
    int kills = 0;
    int withinAFrame = 0;
    int round = 0;
    while (kills < KILLS || withinAFrame < KILLS_WITHIN_A_FRAME) {
      assertTrue(round < 20, "seed " + seed + ": only " + kills + " kills in " + round + " sets");
      Path out = folder.resolve("killed-" + round++);
      boolean alive = true;
      // A process that finds all files there has little left to be killed in.
      while (alive
          && filesOf(out) < FILES
          && (kills < KILLS || withinAFrame < KILLS_WITHIN_A_FRAME)) {
        // Moments are counted in files, so the seed means the same on every machine; the last is
        // that of the last file, with the dataset still to be finished.
        long moment = filesOf(out) + random.nextInt(Math.min(20, 1 + FILES - (int) filesOf(out)));
        boolean between = withinAFrame < KILLS_WITHIN_A_FRAME || random.nextBoolean();
        try (Child child = Child.start(folder, command(out))) {
          child.awaitThat(() -> filesOf(out) >= moment && (!between || isWithinAFrame(out)));
          alive = child.isAlive();
          child.kill();
        }
        if (alive) {
          kills++;
          withinAFrame += isWithinAFrame(out) ? 1 : 0;
        }
      }
      CommandRun.of(command(out)).expect(0);
      assertEquals(expected, Trees.digests(out), "seed " + seed + ", set " + round);
    }
    System.out.println(
        kills + " kills, " + withinAFrame + " between two files of a frame, " + round + " sets");
    assertTrue(withinAFrame >= 3);
  }

  @Test
  void twoProcessesInOneFolderDoNoDamage() throws Exception {
    Path whole = folder.resolve("whole");
    CommandRun.of(command(whole)).expect(0);
    Path shared = folder.resolve("shared");
    try (Child one = Child.start(folder, command(shared));
        Child two = Child.start(folder, command(shared))) {
      one.await().expect(0);
      two.await().expect(0);
    }
    assertEquals(Trees.digests(whole), Trees.digests(shared));
  }
}
