package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureAllowanceTest {
  @Test
  void aShareCountsAgainstTheWholeJob() {
    FailureAllowance allowance = FailureAllowance.parse("0.1%");
    assertTrue(allowance.allows(0, 16));
    assertFalse(allowance.allows(1, 16));
    assertTrue(allowance.allows(1, 1000));
    assertFalse(allowance.allows(2, 1000));
    assertEquals("0.1%", allowance.toString());
  }

  @Test
  void aNumberIsANumber() {
    FailureAllowance allowance = FailureAllowance.parse("5");
    assertTrue(allowance.allows(5, 6));
    assertFalse(allowance.allows(6, 1_000_000));
    assertEquals("5", allowance.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "-1", "101%", "1.5", "many", "NaN%"})
  void refusesWhatIsNoShare(String text) {
    assertThrows(IllegalArgumentException.class, () -> FailureAllowance.parse(text));
  }
}
