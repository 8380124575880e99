package org.diorama.core.asset;

import java.util.List;

/**
 * The named parts of one level of an asset.
 *
 * @param names of the asset's parts, the same for all levels; a part's number is its name's place,
 *     counted from 1
 * @param numbers of the level's runs of triangles, in the order of {@link LevelOfDetail#parts()}
 */
public record AssetParts(List<String> names, List<Integer> numbers) {
  public AssetParts {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
  }

  public static AssetParts of(Model model, int level) {
    return new AssetParts(
        model.partNames(),
        model.levels().get(level).parts().stream().map(part -> 1 + part.name()).toList());
  }
}
