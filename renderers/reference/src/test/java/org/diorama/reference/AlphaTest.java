package org.diorama.reference;

import org.diorama.testkit.AlphaContract;
import org.junit.jupiter.api.Test;

class AlphaTest {
  private final AlphaContract contract = new AlphaContract(Rendering::frame);

  @Test
  void belowTheThresholdNothingIsThere() {
    contract.belowTheThresholdNothingIsThere();
  }

  @Test
  void aboveTheThresholdAllIsThere() {
    contract.aboveTheThresholdAllIsThere();
  }
}
