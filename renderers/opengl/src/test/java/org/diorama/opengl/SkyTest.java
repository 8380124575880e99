package org.diorama.opengl;

import org.diorama.testkit.RoomLightContract;
import org.diorama.testkit.SkyContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkyTest {
  private final SkyContract contract = new SkyContract(Renders::frame);

  @ParameterizedTest
  @ValueSource(doubles = {-30, 0, 45})
  void lightsMatteCardsAlike(double elevation) {
    contract.lightsMatteCardsAlike(elevation);
  }

  @ParameterizedTest
  @CsvSource({"20, 0.4", "25, 0.6", "-15, 0.6", "30, 0.8", "-25, 1"})
  void isMirroredByRoughMetal(double elevation, double roughness) {
    contract.isMirroredByRoughMetal(elevation, roughness);
  }

  @Test
  void aGlowingCeilingLightsCardsBelowIt() {
    RoomLightContract.hold(Renders::frame);
  }
}
