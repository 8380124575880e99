package org.diorama.cli.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.StreamSupport;
import org.diorama.cli.CommandRun;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorTest {
  @Test
  void jsonSaysWhatRenderWouldUse() {
    JsonNode report =
        JsonMapper.shared().readTree(CommandRun.of("doctor", "--json").expect(0).lastLine());
    assertTrue(report.get("usable").asBoolean());
    assertEquals("opengl", report.get("renderer").get("name").asString());
    for (String key : new String[] {"java", "memory", "cache", "opengl.opens", "reference.opens"}) {
      assertTrue(
          StreamSupport.stream(report.get("findings").spliterator(), false)
              .anyMatch(finding -> finding.get("key").asString().equals(key)),
          key + " in " + report);
    }
  }

  @Test
  void everyComplaintHasARemedy() {
    JsonNode report =
        JsonMapper.shared().readTree(CommandRun.of("doctor", "--json").expect(0).lastLine());
    for (JsonNode finding : report.get("findings")) {
      assertEquals(
          finding.get("ok").asBoolean(),
          finding.get("remedy").asString().isEmpty(),
          finding.toString());
    }
  }

  @Test
  void aRequiredGpuIsEitherThereOrCodeSixtyNine() {
    CommandRun plain = CommandRun.of("doctor").expect(0);
    CommandRun strict = CommandRun.of("doctor", "--require-gpu");
    boolean gpu = plain.out().contains("(gpu)");
    assertEquals(gpu ? 0 : 69, strict.code(), strict.out());
    assertEquals(!gpu, strict.out().contains("No GPU can be used"), strict.out());
    assertFalse(plain.out().isEmpty());
  }
}
