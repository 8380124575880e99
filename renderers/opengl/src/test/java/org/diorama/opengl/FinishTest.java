package org.diorama.opengl;

import java.util.EnumSet;
import java.util.List;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.ClosedRoomContract;
import org.diorama.testkit.FinishContract;
import org.diorama.testkit.FurnaceContract;
import org.junit.jupiter.api.Test;

class FinishTest {
  private static final FinishContract.Drawing DRAWING =
      (assets, job, check) ->
          Renders.session(
              assets,
              1,
              session -> {
                try (RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
                  check.accept(frame);
                }
              });

  private final FinishContract contract = new FinishContract(DRAWING);

  @Test
  void furnace() {
    // At grazing views its occlusion takes some percent of a plain surface's light, too.
    contract.furnace(List.of(2.0, 30.0));
  }

  @Test
  void leavesGlowBeforeTheSun() {
    contract.backLight();
  }

  @Test
  void aWhiteBallVanishesInAWhiteFurnace() {
    FurnaceContract.hold(DRAWING);
  }

  @Test
  void surroundingsChangeNothingForABallAlone() {
    FurnaceContract.hold(DRAWING, EnumSet.of(Effect.OCCLUSION));
  }

  @Test
  void aClosedRoomIsAsBrightAsItsBounces() {
    ClosedRoomContract.hold(DRAWING);
  }
}
