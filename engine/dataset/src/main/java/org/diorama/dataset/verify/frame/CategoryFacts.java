package org.diorama.dataset.verify.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The categories of a dataset, by its manifest. */
final class CategoryFacts {
  private static final String SKY = "sky";

  private final List<JsonNode> all;

  CategoryFacts(JsonNode categories) {
    all = categories.valueStream().toList();
  }

  /** Those that labels can be of: neither left out, nor void, nor part of another. */
  Stream<JsonNode> listed() {
    return all.stream()
        .filter(category -> use(category).equals("label") && into(category).isEmpty());
  }

  /** Those of {@link #listed} that have instances. */
  Stream<JsonNode> things() {
    return listed().filter(category -> !isStuff(category));
  }

  /** Those of {@link #listed} that have none. */
  Stream<JsonNode> stuff() {
    return listed().filter(CategoryFacts::isStuff);
  }

  private static boolean isStuff(JsonNode category) {
    return category.path("form").asString("thing").equals("stuff");
  }

  /** What files of instances are to say of one. */
  static String text(JsonNode category) {
    return "%s %s (%s)"
        .formatted(
            category.path("id").asString("?"),
            category.path("name").asString("?"),
            category.path("supercategory").asString(""));
  }

  /** What panoptic files are to say of one. */
  static String panopticText(JsonNode category) {
    return text(category) + ", isthing " + (isStuff(category) ? 0 : 1);
  }

  /** What a file says of one. */
  static String written(JsonNode category) {
    JsonNode thing = category.path("isthing");
    return text(category) + (thing.isMissingNode() ? "" : ", isthing " + thing);
  }

  /** The category of pixels without a surface; absent where they are background. */
  Optional<JsonNode> sky() {
    return all.stream()
        .filter(
            category ->
                category.path("from").valueStream().anyMatch(n -> n.asString("").equals(SKY)))
        .map(category -> into(category).isEmpty() ? category : named(into(category)))
        .filter(category -> !use(category).equals("none"))
        .findFirst();
  }

  private JsonNode named(String name) {
    return all.stream()
        .filter(category -> category.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow();
  }

  static String use(JsonNode category) {
    return category.path("use").asString("label");
  }

  private static String into(JsonNode category) {
    return category.path("into").asString("");
  }
}
