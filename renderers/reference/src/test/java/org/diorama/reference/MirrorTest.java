package org.diorama.reference;

import org.diorama.testkit.MirrorContract;
import org.junit.jupiter.api.Test;

class MirrorTest {
  private final MirrorContract contract = new MirrorContract(Rendering::frame);

  @Test
  void waterShowsTheCardWhereItsImageLies() {
    contract.waterShowsTheCardWhereItsImageLies();
  }

  @Test
  void wetGroundShowsTheCardBlurred() {
    contract.wetGroundShowsTheCardBlurred();
  }
}
