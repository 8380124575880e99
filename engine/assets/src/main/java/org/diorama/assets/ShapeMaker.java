package org.diorama.assets;

import org.diorama.core.asset.Model;

/** Makes procedural shapes; module procedural has the one that ships. */
@FunctionalInterface
public interface ShapeMaker {
  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where there is no such shape or number of
   *     segments
   */
  Model make(String shape, int segments);
}
