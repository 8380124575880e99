package org.diorama.core.scene;

import java.util.Optional;
import org.diorama.core.math.LinearColor;

/** What the author overrides of an object's material. Absent values stay as the asset has them. */
public record MaterialDescription(
    Optional<Parameter<LinearColor>> baseColor,
    Optional<Parameter<Double>> metallic,
    Optional<Parameter<Double>> roughness,
    Optional<Emission> emission) {
  public static final MaterialDescription NONE =
      new MaterialDescription(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Light of its own.
   *
   * @param color of any luminance
   * @param luminance cd/m²
   */
  public record Emission(Parameter<LinearColor> color, Parameter<Double> luminance) {}
}
