package org.diorama.opengl;

import org.diorama.testkit.LobeContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LobeTest {
  private final LobeContract contract = new LobeContract(Renders::frame);

  @ParameterizedTest
  @CsvSource({"30, 30, 0.5, 0.04", "60, 60, 0.5, 0.04", "75, 75, 0.4, 0.04", "20, 65, 0.7, 0.04"})
  void dielectricsMirrorTheSun(double degrees, double eye, double roughness, double f0) {
    contract.mirroredSun(degrees, eye, roughness, f0);
  }

  @ParameterizedTest
  @CsvSource({"30, 30, 1, 0.5", "60, 60, 0.8, 0.5", "70, 20, 0.8, 0.5", "10, 65, 0.9, 0.9"})
  void metalsMirrorTheSun(double degrees, double eye, double roughness, double f0) {
    contract.mirroredSun(degrees, eye, roughness, f0);
  }

  @ParameterizedTest
  @CsvSource({"0, 50, 1", "50, 0, 1", "70, 60, 0.8"})
  void whatIsLeftIsLamberts(double degrees, double eye, double roughness) {
    contract.mattSun(degrees, eye, roughness);
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "20, 55"})
  void coatsMirrorTheSun(double degrees, double eye) {
    contract.coatedSun(degrees, eye);
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "20, 45"})
  void waterMirrorsTheSun(double degrees, double eye) {
    contract.mirroredByWater(degrees, eye);
  }

  @ParameterizedTest
  @CsvSource({"70, 15, 0.6", "10, 78, 0.5", "-80, 88, 0.21"})
  void sheenMakesNoLight(double degrees, double eye, double roughness) {
    contract.sheenInTheSun(degrees, eye, roughness);
  }

  @ParameterizedTest
  @CsvSource({"30, 30, 0", "30, 30, 60", "20, 50, 40"})
  void panelsAreMirroredByTheirCosine(double degrees, double eye, double turned) {
    contract.mirroredPanel(degrees, eye, turned);
  }
}
