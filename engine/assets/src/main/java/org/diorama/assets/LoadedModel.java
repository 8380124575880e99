package org.diorama.assets;

import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;

/** A model in memory and what rays meet of its levels, each made once. For use under a lock. */
final class LoadedModel {
  private final Model model;
  private final MeshSurface[] surfaces;

  LoadedModel(Model model) {
    this.model = model;
    this.surfaces = new MeshSurface[model.levels().size()];
  }

  Model model() {
    return model;
  }

  /**
   * @throws IndexOutOfBoundsException where the model has no such level
   */
  MeshSurface surface(int level) {
    if (surfaces[level] == null) {
      surfaces[level] = MeshSurface.of(model, level);
    }
    return surfaces[level];
  }
}
