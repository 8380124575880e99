package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diorama.cli.Child;
import org.diorama.cli.Shell;
import org.diorama.cli.TestScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long run needs no more memory than a short one. */
@Timeout(900)
class EnduranceTest {
  private static final int FRAMES = 1000;
  private static final double GROWTH = 1.05;

  /**
   * Frames on their way make one count differ from the next by megabytes; the least of some is
   * steady.
   */
  private static final int HISTOGRAMS = 10;

  @TempDir private Path folder;

  /** Kibibytes. */
  private record Memory(long resident, long heap) {}

  @Test
  void aThousandFramesNeedTheMemoryOfTwoHundred() throws Exception {
    Path scene =
        TestScene.write(
            folder, TestScene.YAML.replace("width: 96, height: 64", "width: 160, height: 120"));
    Path out = folder.resolve("set");
    Map<Integer, Memory> memory = new TreeMap<>();
    try (Child child =
        Child.start(
            folder,
            List.of(),
            Map.of("LP_NUM_THREADS", "0"),
            "render",
            scene,
            "--renderer",
            "opengl",
            "--frames",
            "0-" + (FRAMES + 150),
            "--out",
            out,
            "--progress",
            "none")) {
      for (int frame : new int[] {200, FRAMES}) {
        Path record = out.resolve("records/%08d.json".formatted(frame));
        child.awaitThat(() -> Files.exists(record));
        memory.put(frame, measure(child.pid()));
      }
      child.await().expect(0);
    }
    System.out.println("memory in KiB at frames " + memory);
    Memory early = memory.get(200);
    Memory late = memory.get(FRAMES);
    assertTrue(late.resident() <= early.resident() * GROWTH, "resident: " + memory);
    assertTrue(late.heap() <= early.heap() * GROWTH, "heap after collection: " + memory);
  }

  private static Memory measure(long pid) throws IOException, InterruptedException {
    String process = Long.toString(pid);
    long heap = Long.MAX_VALUE;
    for (int i = 0; i < HISTOGRAMS; i++) {
      heap = Math.min(heap, live(process));
    }
    try (Stream<String> status = Files.lines(Path.of("/proc", process, "status"))) {
      long resident =
          status
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> kibibytes(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElseThrow();
      return new Memory(resident, heap);
    }
  }

  /** What a collection leaves, counted before the program goes on. */
  private static long live(String process) throws IOException, InterruptedException {
    return Shell.run("jcmd", process, "GC.class_histogram")
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static long kibibytes(String text) {
    return Long.parseLong(text);
  }
}
