package org.diorama.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Properties;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.junit.jupiter.api.Test;

class HiddenInputsTest {
  @Test
  void propertiesThatChangeTheMathematicsAreRefused() {
    Properties properties = new Properties();
    properties.setProperty("joml.useMathFma", "true");
    properties.setProperty("joml.fastmath", "true");
    DioramaException refusal =
        assertThrows(DioramaException.class, () -> HiddenInputs.refuse(properties));
    assertEquals(ExitStatus.USAGE, refusal.status());
    assertTrue(refusal.getMessage().contains("joml.fastmath"), refusal.getMessage());
  }

  @Test
  void othersAreNot() {
    assertDoesNotThrow(() -> HiddenInputs.refuse(System.getProperties()));
  }
}
