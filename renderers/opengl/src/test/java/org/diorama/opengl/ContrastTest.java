package org.diorama.opengl;

import java.util.List;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.ContrastContract;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private final ContrastContract contract =
      new ContrastContract(
          (assets, job, check) ->
              Renders.session(
                  assets,
                  1,
                  session -> {
                    try (RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
                      check.accept(frame);
                    }
                  }));

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
