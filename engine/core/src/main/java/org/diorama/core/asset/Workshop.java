package org.diorama.core.asset;

import org.diorama.core.scene.Construction;

/** Makes what comes from no file: shapes and surfaces. Safe for use by several threads. */
public interface Workshop {
  /**
   * @throws org.diorama.core.DioramaException BAD_INPUT where there is no such shape or number of
   *     segments
   */
  Model shape(String name, int segments);

  /**
   * Named points of a shape, with each number of segments; none where it has no natural ones.
   *
   * @throws org.diorama.core.DioramaException BAD_INPUT where there is no such shape
   */
  AssetKeypoints shapeKeypoints(String name);

  /** At true size; its texture coordinates are meters. */
  Model build(Construction construction);

  /** As {@link AssetStore#dress}. */
  Model dress(Model model, Dress dress);
}
