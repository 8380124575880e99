package org.diorama.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void theSchemaIsTheFileThatEditorsRead() throws IOException {
    Path shipped = Path.of("../schema/scene.schema.json");
    assertEquals(Files.readString(shipped), CommandRun.of("schema").expect(0).out());
  }
}
