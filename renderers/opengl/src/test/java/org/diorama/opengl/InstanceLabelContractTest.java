package org.diorama.opengl;

import org.diorama.testkit.InstanceLabelContract;
import org.junit.jupiter.api.Test;

class InstanceLabelContractTest {
  @Test
  void valuesHangTogetherOnRandomScenes() {
    InstanceLabelContract.checkRandomScenes(Renders::frame);
  }
}
