package org.diorama.reference;

import org.diorama.testkit.DevelopmentContract;
import org.junit.jupiter.api.Test;

class DevelopmentTest {
  private final DevelopmentContract contract = new DevelopmentContract(Rendering::frame);

  @Test
  void neutralCurveIsALineWithAShoulder() {
    contract.neutralCurve();
  }

  @Test
  void filmicCurveIsThatOfThePaper() {
    contract.filmicCurve();
  }

  @Test
  void whiteBalanceMakesTheLightsColorWhite() {
    contract.whiteBalance();
  }

  @Test
  void meteredImagesAreMiddleGrayByDay() {
    contract.meter();
  }

  @Test
  void colorsAreMeteredByTheirLuminance() {
    contract.meterOfColors();
  }

  @Test
  void theDarkestAndTheBrightestAreNotMetered() {
    contract.meterLeavesOutExtremes();
  }

  @Test
  void everyImageIsMeteredByItself() {
    contract.meterForgets();
  }

  @Test
  void compensationIsInStops() {
    contract.compensation();
  }

  @Test
  void twiceTheLightAtOneStopLessIsTheSameImage() {
    contract.luxAgainstStops();
  }

  @Test
  void glareLeavesEvenLightAndSpreadsALamp() {
    contract.glare();
  }
}
