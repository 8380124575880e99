package org.diorama.scenefile.grammar.kind;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.scene.Category;

/** What the categories read so far claim for themselves. */
public final class CategoryUses {
  private final Map<Integer, Category> byId = new HashMap<>();
  private final Map<String, Category> byAsset = new HashMap<>();

  public Optional<Category> withId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The category that takes in an asset category. */
  public Optional<Category> from(String assetCategory) {
    return Optional.ofNullable(byAsset.get(assetCategory));
  }

  /** Notes a category; what an earlier one claims stays that one's. */
  public void add(Category category) {
    byId.putIfAbsent(category.id(), category);
    category.from().forEach(from -> byAsset.putIfAbsent(from, category));
  }
}
