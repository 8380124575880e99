package org.diorama.core.sample.instance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;

/** Finds the scene's category of an instance. */
public final class CategoryResolver {
  private final Map<String, Category> byName = new LinkedHashMap<>();
  private final Map<String, Category> byAssetCategory = new LinkedHashMap<>();

  public CategoryResolver(List<Category> categories) {
    for (Category category : categories) {
      byName.put(category.name(), category);
      category.from().forEach(from -> byAssetCategory.put(from, category));
    }
  }

  /**
   * The category's id, 0 for an unlabelled object.
   *
   * @throws DioramaException BAD_INPUT where the scene has no such category
   */
  public int categoryId(ObjectDescription object, AssetFact asset) {
    LabelChoice label = object.label();
    if (label instanceof LabelChoice.None) {
      return 0;
    }
    if (label instanceof LabelChoice.As as) {
      Category category = byName.get(as.category());
      if (category == null) {
        throw missing(object, "label " + as.category() + " is no category of the scene");
      }
      return category.id();
    }
    Category category = byAssetCategory.get(asset.category());
    if (category == null) {
      throw missing(
          object,
          asset.category().isEmpty()
              ? "asset " + asset.id() + " has no category of its own"
              : "no category takes in " + asset.category() + " (asset " + asset.id() + ")");
    }
    return category.id();
  }

  private static DioramaException missing(ObjectDescription object, String problem) {
    return new DioramaException(
        ExitStatus.BAD_INPUT,
        object.path()
            + ": "
            + problem
            + ". Add it under categories, or write label: CATEGORY or label: none.");
  }
}
