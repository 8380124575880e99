package org.diorama.core.sample;

import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AlphaMode;
import org.diorama.core.asset.Finish;
import org.diorama.core.asset.Material;
import org.diorama.core.math.LinearColor;
import org.diorama.core.surface.SurfaceFinish;

/**
 * Drawn overrides of an instance's materials.
 *
 * @param baseColor replaces the color, textures included; beside a surface, the surface's mean
 *     color
 * @param roughness likewise
 * @param finish likewise, value by value
 * @param emission luminance in cd/m² per channel
 * @param surface replaces color, relief and roughness by those of a procedural surface
 * @param parts overrides of materials by name, which go before those of the whole
 */
public record SampledMaterial(
    Optional<LinearColor> baseColor,
    Optional<Double> metallic,
    Optional<Double> roughness,
    Optional<SampledFinish> finish,
    Optional<LinearColor> emission,
    Optional<SurfaceFinish> surface,
    List<Part> parts) {
  public static final SampledMaterial NONE =
      new SampledMaterial(Optional.empty(), Optional.empty(), Optional.empty());

  /** Overrides of the material of one name; it has no parts itself. */
  public record Part(String name, SampledMaterial material) {}

  public SampledMaterial {
    parts = List.copyOf(parts);
  }

  /** Without surface, the same for all materials. */
  public SampledMaterial(
      Optional<LinearColor> baseColor, Optional<Double> metallic, Optional<Double> roughness) {
    this(
        baseColor,
        metallic,
        roughness,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Optional<SampledFinish> both(
      Optional<SampledFinish> own, Optional<SampledFinish> other) {
    return own.map(some -> other.map(some::or).orElse(some)).or(() -> other);
  }

  /**
   * The finish of a material with these in place of its own. Where holes are cut no light passes.
   */
  public Finish finish(Material own) {
    Finish drawn = finish.map(each -> each.over(own.finish())).orElse(own.finish());
    boolean hasHoles =
        own.alphaMode() == AlphaMode.MASK && own.baseColorTexture() != Material.NO_TEXTURE;
    return hasHoles && drawn.isTransparent() ? drawn.opaque() : drawn;
  }

  /** No override but of the finish. */
  public static SampledMaterial of(Optional<SampledFinish> finish) {
    return new SampledMaterial(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        finish,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** What is overridden of the material of a name, value by value. */
  public SampledMaterial of(String name) {
    for (Part part : parts) {
      if (part.name().equals(name)) {
        SampledMaterial own = part.material();
        return new SampledMaterial(
            own.baseColor().or(() -> baseColor),
            own.metallic().or(() -> metallic),
            own.roughness().or(() -> roughness),
            both(own.finish(), finish),
            own.emission().or(() -> emission),
            own.surface().or(() -> surface),
            List.of());
      }
    }
    return this;
  }

  /**
   * The same of a model that wears its surfaces: the finish alone where there is one, which holds
   * all else.
   */
  public SampledMaterial onModel(String name) {
    SampledMaterial own = of(name);
    return own.surface().isPresent() ? of(own.finish()) : own;
  }

  /** Whether a procedural surface covers any of it. */
  public boolean isSurfaced() {
    return surface.isPresent()
        || parts.stream().anyMatch(part -> part.material().surface().isPresent());
  }
}
