package org.diorama.core.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The categories of a scene, found by what they go by. */
public final class CategoryTable {
  private final Map<Integer, Category> byId = new LinkedHashMap<>();
  private final Map<String, Category> byName = new LinkedHashMap<>();
  private final Map<String, Category> byAssetCategory = new LinkedHashMap<>();

  public CategoryTable(List<Category> categories) {
    for (Category category : categories) {
      byId.put(category.id(), category);
      byName.put(category.name(), category);
      category.from().forEach(from -> byAssetCategory.put(from, category));
    }
  }

  public Optional<Category> withId(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Category> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The category that takes in an asset's. */
  public Optional<Category> taking(String assetCategory) {
    return Optional.ofNullable(byAssetCategory.get(assetCategory));
  }

  /** The category that labels what belongs to another: itself, or the one it goes into. */
  public Category labelling(Category category) {
    return category.into().map(byName::get).orElse(category);
  }

  /** The category of pixels that show no surface; empty where they are background. */
  public Optional<Category> sky() {
    return taking(Category.SKY)
        .map(this::labelling)
        .filter(category -> category.use() != Category.Use.NONE);
  }
}
