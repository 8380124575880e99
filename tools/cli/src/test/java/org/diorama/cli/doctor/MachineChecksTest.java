package org.diorama.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.diorama.core.render.RendererFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineChecksTest {
  @TempDir private Path folder;

  private RendererFinding finding(String key, Map<String, String> environment, Path temporary) {
    return new MachineChecks(environment, temporary)
        .run().stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void aSoundMachineHasNoComplaint() {
    for (RendererFinding finding : new MachineChecks(Map.of("LP_NUM_THREADS", "0"), folder).run()) {
      assertTrue(finding.ok(), finding.toString());
      assertEquals("", finding.remedy());
    }
  }

  @Test
  void eachComplaintComesWithARemedy() {
    Map<String, String> odd = Map.of("LP_NATIVE_VECTOR_WIDTH", "512");
    for (String key : new String[] {"LP_NUM_THREADS", "LP_NATIVE_VECTOR_WIDTH"}) {
      RendererFinding finding = finding(key, odd, folder);
      assertFalse(finding.ok(), finding.toString());
      assertFalse(finding.remedy().isEmpty(), finding.toString());
    }
  }

  @Test
  void aTemporaryFolderThatCannotBeUsedIsFound() {
    RendererFinding missing = finding("temporary_folder", Map.of(), folder.resolve("gone"));
    assertFalse(missing.ok());
    assertTrue(missing.value().endsWith("is not writable"), missing.value());
    RendererFinding notExecutable = finding("temporary_folder", Map.of(), Path.of("/dev/shm"));
    assertEquals(notExecutable.ok(), !notExecutable.value().contains("does not allow"));
  }
}
