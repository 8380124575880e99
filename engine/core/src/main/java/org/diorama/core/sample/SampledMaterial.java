package org.diorama.core.sample;

import java.util.Optional;
import org.diorama.core.math.LinearColor;

/**
 * Drawn overrides of all of an instance's materials. A base color also replaces its texture.
 *
 * @param emission luminance in cd/m² per channel
 */
public record SampledMaterial(
    Optional<LinearColor> baseColor,
    Optional<Double> metallic,
    Optional<Double> roughness,
    Optional<LinearColor> emission) {
  public static final SampledMaterial NONE =
      new SampledMaterial(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
