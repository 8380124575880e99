package org.diorama.reference;

import java.util.List;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.FinishContract;
import org.diorama.testkit.SurfaceContract;
import org.diorama.testkit.UnionContract;
import org.junit.jupiter.api.Test;

class SurfaceTest {
  private static final FinishContract.Drawing DRAWING =
      (assets, job, check) -> {
        try (RenderSession session =
                new ReferenceRendererProvider().open(DeviceRequest.AUTO, assets);
            RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
          check.accept(frame);
        }
      };

  private final SurfaceContract contract = new SurfaceContract(DRAWING);
  private final UnionContract union = new UnionContract(DRAWING);

  @Test
  void cubeOnItsCornerDiagonal() {
    contract.cubeOnItsCornerDiagonal();
  }

  @Test
  void stretchedBall() {
    contract.stretchedBall();
  }

  @Test
  void plainColorsInAnyWeather() {
    contract.plainColorsInAnyWeather();
  }

  @Test
  void partsOfEachLevel() {
    contract.partsOfEachLevel();
  }

  @Test
  void holesOfMirroredThings() {
    contract.holesOfMirroredThings();
  }

  @Test
  void fieldsOfView() {
    contract.fieldsOfView();
  }

  @Test
  void mipLevelsByTheLongerSide() {
    contract.mipLevelsByTheLongerSide();
  }

  @Test
  void overlappingBoxesOfOneId() {
    union.overlappingBoxesOfOneId();
  }

  @Test
  void halfOfAThingIsOutside() {
    union.halfOfAThingIsOutside();
  }

  @Test
  void aPartBehindTheCamera() {
    union.aPartBehindTheCamera();
  }
}
