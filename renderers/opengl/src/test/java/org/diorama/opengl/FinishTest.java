package org.diorama.opengl;

import java.util.EnumSet;
import java.util.List;
import org.diorama.core.render.Effect;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.ClosedRoomContract;
import org.diorama.testkit.FinishContract;
import org.diorama.testkit.FurnaceContract;
import org.diorama.testkit.LabelsUntouchedContract;
import org.diorama.testkit.LampContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    contract.furnace(List.of(2.0, 50.0, 75.0));
  }

  @Test
  void leavesGlowBeforeTheSun() {
    contract.backLight();
  }

  @Test
  void leavesGlowBeforeLamps() {
    new LampContract(DRAWING).leavesGlowBeforeLamps();
  }

  @Test
  void glassMirrorsLamps() {
    new LampContract(DRAWING).glassMirrorsLamps();
  }

  @Test
  void lampsLeaveTheSunOnGlassAlone() {
    new LampContract(DRAWING).lampsLeaveTheSunOnGlassAlone();
  }

  @Test
  void fogLiesBeforeLamps() {
    new LampContract(DRAWING).fogLiesBeforeLamps();
  }

  @Test
  void fogDimsLampsOnTheirWay() {
    new LampContract(DRAWING).fogDimsLampsOnTheirWay();
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

  @Test
  void panesInAClosedRoomVanish() {
    ClosedRoomContract.hidesPanes(DRAWING);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "23, 1", "23, 3", "23, 40", "45, 3", "90, 3", "200, 8", "290, 20"})
  void noLightGetsIntoAClosedRoom(double azimuth, double elevation) {
    ClosedRoomContract.staysDark(Renders::frame, azimuth, elevation);
  }

  @Test
  void panesMirrorAndPass() {
    contract.panes();
  }

  @Test
  void fourLayersAreSeen() {
    contract.fourLayers();
  }

  @Test
  void frostedPanesBlurWhatIsBehind() {
    contract.frostedPanes();
  }

  @Test
  void bodiesAbsorbByTheWayThrough() {
    contract.absorption();
  }

  @Test
  void bodiesWithinBodiesBendByBothIndices() {
    contract.nestedBodies();
  }

  @Test
  void totallyReflectedLightStaysInside() {
    contract.totalReflection();
  }

  @Test
  void sunBehindPanesIsWhatPassesThem() {
    contract.shadowOfPanes();
  }

  @Test
  void sunBehindBodiesIsWhatPassesThem() {
    contract.shadowOfBodies();
  }

  @Test
  void labelsAreThoseOfTheSurface() {
    contract.labelsIgnoreGlass();
  }

  @Test
  void noLookTouchesALabel() {
    LabelsUntouchedContract.hold(DRAWING, 11);
  }
}
