package org.diorama.core.scene;

import java.util.Optional;
import org.diorama.core.math.LinearColor;

/**
 * What the author overrides of a material's {@link org.diorama.core.asset.Finish}, whose values
 * these are. Absent ones stay as the asset has them.
 */
public record FinishDescription(
    Optional<Parameter<Double>> coat,
    Optional<Parameter<Double>> coatRoughness,
    Optional<Parameter<LinearColor>> sheen,
    Optional<Parameter<Double>> sheenRoughness,
    Optional<Parameter<Double>> transmission,
    Optional<Parameter<Double>> ior,
    Optional<Boolean> solid,
    Optional<Parameter<LinearColor>> absorption,
    Optional<Parameter<Double>> absorptionDistance,
    Optional<Parameter<Double>> translucency) {
  public static final FinishDescription NONE =
      new FinishDescription(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
