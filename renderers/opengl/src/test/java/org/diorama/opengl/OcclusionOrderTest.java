package org.diorama.opengl;

import org.diorama.testkit.OcclusionOrderContract;
import org.junit.jupiter.api.Test;

class OcclusionOrderTest {
  private final OcclusionOrderContract contract = new OcclusionOrderContract(Renders::frame);

  @Test
  void threeCardsBehindEachOther() {
    contract.threeCardsBehindEachOther();
  }

  @Test
  void anUnlabelledCardBetween() {
    contract.anUnlabelledCardBetween();
  }

  @Test
  void anUnlabelledWallInFront() {
    contract.anUnlabelledWallInFront();
  }

  @Test
  void cardsThatCross() {
    contract.cardsThatCross();
  }

  @Test
  void ringsThatInterlock() {
    contract.ringsThatInterlock();
  }
}
