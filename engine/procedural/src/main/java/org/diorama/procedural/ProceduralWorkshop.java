package org.diorama.procedural;

import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.Dress;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Workshop;
import org.diorama.core.scene.Construction;
import org.diorama.procedural.surface.Dresser;

/** The workshop that ships. */
public final class ProceduralWorkshop implements Workshop {
  private final Dresser dresser = new Dresser();

  @Override
  public Model shape(String name, int segments) {
    return Primitives.model(name, segments);
  }

  @Override
  public AssetKeypoints shapeKeypoints(String name) {
    return Primitives.keypoints(name);
  }

  @Override
  public Model build(Construction construction) {
    return Constructions.model(construction);
  }

  @Override
  public Model dress(Model model, Dress dress) {
    return dresser.dress(model, dress);
  }
}
