package org.diorama.reference;

import org.diorama.testkit.SurfaceContract;
import org.diorama.testkit.UnionContract;
import org.junit.jupiter.api.Test;

class SurfaceTest {
  private final SurfaceContract contract = new SurfaceContract(Rendering::frame);
  private final UnionContract union = new UnionContract(Rendering::frame);

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
