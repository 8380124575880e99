package org.diorama.core.asset;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.surface.SurfaceFinish;

/**
 * Procedural surfaces for a model: equal dresses of equal models look alike.
 *
 * @param scale factors along the model's axes, by which it is larger in the world: a pattern keeps
 *     its size there
 * @param covers one for each of the model's materials; absent where it stays as it is
 */
public record Dress(Vec3 scale, List<Optional<Cover>> covers) {
  public Dress {
    covers = List.copyOf(covers);
  }

  /**
   * What replaces a material's color, relief and roughness.
   *
   * @param color linear mean of the base color, instead of the finish's own
   * @param metallic 0 where absent
   * @param roughness mean, instead of the finish's own
   */
  public record Cover(
      SurfaceFinish finish,
      Optional<LinearColor> color,
      Optional<Double> metallic,
      Optional<Double> roughness) {}
}
