package org.diorama.reference;

import java.util.List;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.ContrastContract;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private final ContrastContract contract =
      new ContrastContract(
          (assets, job, check) -> {
            try (RenderSession session =
                    new ReferenceRendererProvider().open(DeviceRequest.AUTO, assets);
                RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
              check.accept(frame);
            }
          });

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
