package org.diorama.core.scene;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.surface.SurfaceKind;

/**
 * What the author overrides of an object's materials. Absent values stay as the asset has them.
 *
 * @param parts overrides of materials by name, which go before those of the whole
 */
public record MaterialDescription(
    Optional<Parameter<LinearColor>> baseColor,
    Optional<Parameter<Double>> metallic,
    Optional<Parameter<Double>> roughness,
    FinishDescription finish,
    Optional<Emission> emission,
    Optional<Surface> surface,
    List<Part> parts) {
  public static final MaterialDescription NONE =
      new MaterialDescription(Optional.empty(), Optional.empty(), Optional.empty());

  public MaterialDescription {
    parts = List.copyOf(parts);
  }

  /** Without surface, the same for all materials. */
  public MaterialDescription(
      Optional<Parameter<LinearColor>> baseColor,
      Optional<Parameter<Double>> metallic,
      Optional<Parameter<Double>> roughness) {
    this(
        baseColor,
        metallic,
        roughness,
        FinishDescription.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same with overrides of single materials. */
  public MaterialDescription withParts(List<Part> named) {
    return new MaterialDescription(
        baseColor, metallic, roughness, finish, emission, surface, named);
  }

  /** Overrides of the material of one name. */
  public record Part(String name, MaterialDescription material) {}

  /**
   * A procedural surface; its values are those of {@link org.diorama.core.surface.SurfaceFinish}.
   */
  public record Surface(
      Parameter<SurfaceKind> kind,
      Parameter<Double> variant,
      Parameter<Double> scale,
      Parameter<Double> wetness,
      Parameter<Double> snow) {}

  /**
   * Light of its own.
   *
   * @param color of any luminance
   * @param luminance cd/m²
   */
  public record Emission(Parameter<LinearColor> color, Parameter<Double> luminance) {}
}
