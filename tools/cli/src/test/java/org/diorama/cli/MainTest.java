package org.diorama.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void helpAndVersionAreDone() {
    assertEquals(ExitStatus.DONE.code(), Main.execute("--help"));
    assertEquals(ExitStatus.DONE.code(), Main.execute("--version"));
  }

  @Test
  void aWrongCommandLineIsAUsageError() {
    assertEquals(ExitStatus.USAGE.code(), Main.execute());
    assertEquals(ExitStatus.USAGE.code(), Main.execute("rendr"));
    assertEquals(ExitStatus.USAGE.code(), Main.execute("--no-such-option"));
  }
}
