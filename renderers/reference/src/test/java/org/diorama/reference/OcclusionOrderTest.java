package org.diorama.reference;

import org.diorama.testkit.OcclusionOrderContract;
import org.junit.jupiter.api.Test;

class OcclusionOrderTest {
  private final OcclusionOrderContract contract = new OcclusionOrderContract(Rendering::frame);

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
