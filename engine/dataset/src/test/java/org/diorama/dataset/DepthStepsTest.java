package org.diorama.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.scene.LabelRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthStepsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "10, 10000",
    "0.0004, 1",
    "0.0016, 2",
    "64.9999, 65000",
    "65, 65000",
    "65.001, 0",
    "Infinity, 0",
    "NaN, 0",
    "-1, 0"
  })
  void millimetersByDefault(float z, int expected) {
    assertEquals(expected, new DepthSteps(LabelRules.DEFAULT).of(z));
  }

  @Test
  void coarserStepsReachFarther() {
    for (double max : new double[] {65.535, 65.536, 100, 300, 5000}) {
      LabelRules rules = new LabelRules(max, 1, 0, LabelRules.Then.VOID);
      DepthSteps steps = new DepthSteps(rules);
      int last = steps.of((float) (max * 0.9999));
      assertTrue(last > 32_000 && last <= 65535, max + " m is step " + last);
      for (float z = 1; z < max; z *= 1.37f) {
        assertEquals(z * 1000, steps.of(z) * rules.depthScale(), rules.depthScale() / 2 + 1e-9);
      }
    }
  }
}
