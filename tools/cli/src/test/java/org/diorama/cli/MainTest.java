package org.diorama.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.EngineVersion;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void helpAndVersionAreDone() {
    assertTrue(CommandRun.of("--help").expect(0).out().contains("Usage: diorama"));
    assertEquals("diorama " + EngineVersion.text(), CommandRun.of("--version").lastLine());
  }

  @Test
  void aWrongCommandLineIsAUsageError() {
    for (String[] arguments :
        new String[][] {{}, {"rendr"}, {"--no-such-option"}, {"render", "x", "--progres=log"}}) {
      CommandRun run = CommandRun.of((Object[]) arguments).expect(ExitStatus.USAGE.code());
      assertTrue(run.err().startsWith("diorama: "), run.err());
      assertEquals("", run.out());
    }
  }
}
