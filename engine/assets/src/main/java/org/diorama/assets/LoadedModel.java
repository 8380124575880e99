package org.diorama.assets;

import java.util.List;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.NamedSurface;
import org.diorama.core.support.SupportFinder;

/** A model in memory and what rays meet of its levels, each made once. For use under a lock. */
final class LoadedModel {
  private final Model model;
  private final MeshSurface[] surfaces;
  private List<NamedSurface> supports;

  LoadedModel(Model model) {
    this.model = model;
    this.surfaces = new MeshSurface[model.levels().size()];
  }

  Model model() {
    return model;
  }

  /** Where things can stand on it. */
  List<NamedSurface> supports() {
    if (supports == null) {
      supports = SupportFinder.find(surface(0));
    }
    return supports;
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
