package org.diorama.core.asset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * The named parts of one level of an asset.
 *
 * @param names of the asset's parts, the same for all levels; a part's number is its name's place,
 *     counted from 1
 * @param bounds of each part in the asset's space, in whichever level it is drawn; empty where it
 *     has no triangle
 * @param numbers of the level's runs of triangles, in the order of {@link LevelOfDetail#parts()}
 */
public record AssetParts(List<String> names, List<Aabb> bounds, List<Integer> numbers) {
  public AssetParts {
    names = List.copyOf(names);
    bounds = List.copyOf(bounds);
    numbers = List.copyOf(numbers);
    if (names.size() != bounds.size()) {
      throw new IllegalArgumentException(names.size() + " parts with " + bounds.size() + " bounds");
    }
  }

  public static AssetParts of(Model model, int level) {
    return new AssetParts(
        model.partNames(),
        bounds(model),
        model.levels().get(level).parts().stream().map(part -> 1 + part.name()).toList());
  }

  private static List<Aabb> bounds(Model model) {
    List<Aabb> bounds = new ArrayList<>(Collections.nCopies(model.partNames().size(), Aabb.EMPTY));
    float[] positions = model.mesh().positions();
    for (LevelOfDetail level : model.levels()) {
      for (Part part : level.parts()) {
        Aabb around = bounds.get(part.name());
        for (int i = part.firstIndex(); i < part.firstIndex() + part.indexCount(); i++) {
          int at = 3 * model.mesh().indices()[i];
          around = around.include(new Vec3(positions[at], positions[at + 1], positions[at + 2]));
        }
        bounds.set(part.name(), around);
      }
    }
    return bounds;
  }
}
