package org.diorama.opengl;

import org.diorama.testkit.MirrorContract;
import org.junit.jupiter.api.Test;

class MirrorTest {
  private final MirrorContract contract = new MirrorContract(Renders::frame);

  @Test
  void waterShowsTheCardWhereItsImageLies() {
    contract.waterShowsTheCardWhereItsImageLies();
  }

  @Test
  void wetGroundShowsTheCardBlurred() {
    contract.wetGroundShowsTheCardBlurred();
  }
}
