package org.diorama.reference;

import org.diorama.testkit.WeatherContract;
import org.junit.jupiter.api.Test;

class WetAndSnowTest {
  private final WeatherContract contract = new WeatherContract(Rendering::frame);

  @Test
  void wetSurfacesAreDarker() {
    contract.wetSurfacesAreDarker();
  }

  @Test
  void snowLiesOnWhatFacesUp() {
    contract.snowLiesOnWhatFacesUp();
  }

  @Test
  void snowCoversByDepth() {
    contract.snowCoversByDepth();
  }
}
