package org.diorama.core.sample.instance;

import java.util.List;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.scene.Category;
import org.diorama.core.scene.CategoryTable;
import org.diorama.core.scene.LabelChoice;
import org.diorama.core.scene.ObjectDescription;

/** Finds the scene's category of an instance. */
public final class CategoryResolver {
  private final CategoryTable categories;

  public CategoryResolver(List<Category> categories) {
    this.categories = new CategoryTable(categories);
  }

  /**
   * The id of the category that labels it, 0 for an unlabelled object, or a part of another.
   *
   * @throws DioramaException BAD_INPUT where the scene has no such category
   */
  public int categoryId(ObjectDescription object, AssetFact asset) {
    if (object.label() instanceof LabelChoice.None
        || object.label() instanceof LabelChoice.Parent) {
      return 0;
    }
    Category category = categories.labelling(own(object, asset));
    return category.use() == Category.Use.NONE ? 0 : category.id();
  }

  private Category own(ObjectDescription object, AssetFact asset) {
    if (object.label() instanceof LabelChoice.As as) {
      return categories
          .named(as.category())
          .orElseThrow(
              () -> missing(object, "label " + as.category() + " is no category of the scene"));
    }
    return categories
        .taking(asset.category())
        .orElseThrow(
            () ->
                missing(
                    object,
                    asset.category().isEmpty()
                        ? "asset " + asset.id() + " has no category of its own"
                        : "no category takes in "
                            + asset.category()
                            + " (asset "
                            + asset.id()
                            + ")"));
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
