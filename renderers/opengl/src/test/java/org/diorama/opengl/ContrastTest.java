package org.diorama.opengl;

import org.diorama.testkit.ContrastContract;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private final ContrastContract contract = new ContrastContract(Renders::frame);

  @Test
  void dimsAsKoschmiederSays() {
    contract.dimsAsKoschmiederSays();
  }

  @Test
  void isMeasuredAgainstPixelsAround() {
    contract.isMeasuredAgainstPixelsAround();
  }

  @Test
  void weatherTouchesNoOtherLabel() {
    contract.weatherTouchesNoOtherLabel();
  }

  @Test
  void blackSurroundingsTellNothing() {
    contract.blackSurroundingsTellNothing();
  }
}
