package org.diorama.opengl;

import java.util.EnumSet;
import java.util.List;
import org.diorama.core.render.Effect;
import org.diorama.testkit.ClosedRoomContract;
import org.diorama.testkit.FinishContract;
import org.diorama.testkit.FurnaceContract;
import org.diorama.testkit.GlassFurnaceContract;
import org.diorama.testkit.LabelsUntouchedContract;
import org.diorama.testkit.LampContract;
import org.diorama.testkit.LampGlassContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishTest {
  private final FinishContract contract = new FinishContract(Renders::frame);

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
    new LampContract(Renders::frame).leavesGlowBeforeLamps();
  }

  @Test
  void glassMirrorsLamps() {
    new LampContract(Renders::frame).glassMirrorsLamps();
  }

  @Test
  void lampsLeaveTheSunOnGlassAlone() {
    new LampContract(Renders::frame).lampsLeaveTheSunOnGlassAlone();
  }

  @Test
  void lampsBehindPanesAreWhatPassesThem() {
    new LampGlassContract(Renders::frame).panes();
  }

  @Test
  void lampsBehindBodiesAreWhatPassesThem() {
    new LampGlassContract(Renders::frame).bodies();
  }

  @Test
  void lampsOfEveryShapeAreDimmedByPanes() {
    new LampGlassContract(Renders::frame).shapes();
  }

  @Test
  void fogLiesBeforeLamps() {
    new LampContract(Renders::frame).fogLiesBeforeLamps();
  }

  @Test
  void fogDimsLampsOnTheirWay() {
    new LampContract(Renders::frame).fogDimsLampsOnTheirWay();
  }

  @Test
  void aWhiteBallVanishesInAWhiteFurnace() {
    FurnaceContract.hold(Renders::frame);
  }

  @Test
  void surroundingsChangeNothingForABallAlone() {
    FurnaceContract.hold(Renders::frame, EnumSet.of(Effect.OCCLUSION));
  }

  @Test
  void clearBodiesOfGlassVanishInAWhiteFurnace() {
    GlassFurnaceContract.clearBodiesVanish(Renders::frame);
  }

  @Test
  void tintedBodiesOfGlassAbsorbAWhiteFurnace() {
    GlassFurnaceContract.tintedBodiesAbsorb(Renders::frame);
  }

  @Test
  void aClosedRoomIsAsBrightAsItsBounces() {
    ClosedRoomContract.hold(Renders::frame);
  }

  @Test
  void panesInAClosedRoomVanish() {
    ClosedRoomContract.hidesPanes(Renders::frame);
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
  void totallyReflectedLightStaysOutOfHollows() {
    contract.totalReflectionAtHollows();
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
    LabelsUntouchedContract.hold(Renders::frame, 11);
  }
}
