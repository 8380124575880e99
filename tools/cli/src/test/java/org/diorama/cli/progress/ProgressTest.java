package org.diorama.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.diorama.cli.progress.Progress.State;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private List<String> run(ProgressKind kind) {
    try (Progress progress = kind.open("frames", new PrintWriter(out), new PrintWriter(err))) {
      progress.update(new State(2, 0, 0, 8));
      progress.update(new State(2, 1, 0, 8));
      progress.update(new State(2, 5, 1, 8));
    }
    return (out + "" + err).lines().toList();
  }

  @Test
  void logLinesGoToPeople() {
    assertEquals(
        List.of(
            "2 of 8 frames (25 %), 2 were there already",
            "8 of 8 frames (100 %), 2 were there already, 1 failed"),
        run(ProgressKind.LOG));
    assertEquals("", out.toString());
  }

  @Test
  void farmLinesGoToStandardOutput() {
    assertEquals(
        List.of("openjd_progress: 25.0", "openjd_progress: 100.0"), run(ProgressKind.OPENJD));
    assertEquals("", err.toString());
  }

  @Test
  void jsonIsOneObjectALine() {
    assertEquals(
        List.of(
            "{\"event\":\"progress\",\"done\":0,\"skipped\":2,\"failed\":0,\"total\":8}",
            "{\"event\":\"progress\",\"done\":5,\"skipped\":2,\"failed\":1,\"total\":8}"),
        run(ProgressKind.JSON));
    assertEquals("", err.toString());
  }

  @Test
  void noneIsSilent() {
    assertEquals(List.of(), run(ProgressKind.NONE));
  }

  @Test
  void theBarEndsFullOnStandardError() {
    run(ProgressKind.BAR);
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("100%"), err.toString());
    assertTrue(err.toString().contains("8/8"), err.toString());
    assertTrue(err.toString().endsWith(System.lineSeparator()), err.toString());
  }

  @Test
  void linesKeepTheirInterval() {
    AtomicLong now = new AtomicLong();
    LineProgress progress =
        new LineProgress(LineProgress::openJobDescription, new PrintWriter(out), 10, now::get);
    for (int done = 0; done <= 100; done++) {
      now.set(done);
      progress.update(new State(0, done, 0, 100));
    }
    progress.close();
    assertEquals(11, out.toString().lines().count(), out.toString());
  }

  @Test
  void aFileOrPipeIsNoTerminal() {
    assertFalse(ProgressKind.isTerminal(Path.of("/proc/self/fd/999")));
    assertFalse(ProgressKind.isTerminal(Path.of("/proc/self/exe")));
  }
}
