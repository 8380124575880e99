package org.diorama.opengl;

import org.diorama.testkit.AlphaContract;
import org.junit.jupiter.api.Test;

class AlphaTest {
  private final AlphaContract contract = new AlphaContract(Renders::frame);

  @Test
  void belowTheThresholdNothingIsThere() {
    contract.belowTheThresholdNothingIsThere();
  }

  @Test
  void aboveTheThresholdAllIsThere() {
    contract.aboveTheThresholdAllIsThere();
  }
}
