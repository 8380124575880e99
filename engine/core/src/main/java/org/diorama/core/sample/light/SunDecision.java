package org.diorama.core.sample.light;

import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.PlanckianLocus;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sky.SkyBody;

/**
 * The sun above the air, and what the scene says of its light on the ground.
 *
 * @param illuminance lux on a surface that faces it
 * @param temperature kelvin
 */
record SunDecision(SkyBody body, Optional<Double> illuminance, Optional<Double> temperature) {
  /**
   * The light on the ground.
   *
   * @param seen the sun without the scene's word
   */
  SampledLighting.Sun light(SkyBody seen) {
    LinearColor left = seen.illuminance();
    LinearColor color =
        temperature.map(PlanckianLocus::color).orElseGet(() -> left.times(1 / left.luminance()));
    return new SampledLighting.Sun(
        seen.towards(),
        color.times(illuminance.orElseGet(left::luminance)),
        seen.angularDiameter());
  }
}
