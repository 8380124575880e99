package org.diorama.reference;

import org.diorama.core.math.Vec3;
import org.diorama.testkit.FogContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FogTest {
  private static final Vec3 FAR_AWAY = new Vec3(5000, -3000, 40);

  private final FogContract contract = new FogContract(Rendering::frame);

  @ParameterizedTest
  @ValueSource(doubles = {60, 300})
  void transmittanceIsExponential(double visibility) {
    contract.evenFog(Vec3.ZERO, visibility);
    contract.evenFog(FAR_AWAY, visibility);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 30})
  void transmittanceIsThatOfThinningFog(double scaleHeight) {
    contract.thinningFog(Vec3.ZERO, 60, scaleHeight);
    contract.thinningFog(FAR_AWAY, 60, scaleHeight);
  }

  @Test
  void whatIsLostTheFogGives() {
    contract.fogsOwnLight();
  }
}
