package org.diorama.dataset.verify.frame;

import java.util.Optional;
import java.util.Set;
import org.diorama.dataset.verify.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a record says of one instance in one view.
 *
 * @param box {@code [x, y, width, height]}
 * @param nearest least planar z in meters; likewise {@code farthest}
 * @param runLengths absent where it has no mask
 * @param json all of it
 */
record RecordedLabel(
    int instance,
    int category,
    String verdict,
    long area,
    double[] box,
    double visibleFraction,
    double nearest,
    double farthest,
    Optional<String> runLengths,
    JsonNode json) {
  private static final Set<String> VOID =
      Set.of("few_pixels", "mostly_hidden", "truncated", "void");

  static RecordedLabel of(JsonNode label) {
    return new RecordedLabel(
        label.path("instance_id").asInt(-1),
        label.path("category_id").asInt(-1),
        label.path("verdict").asString(""),
        label.path("area").asLong(-1),
        Json.numbers(label.path("bbox")),
        label.path("visible_fraction").asDouble(-1),
        label.path("nearest_depth").asDouble(0),
        label.path("farthest_depth").asDouble(0),
        label.path("rle").isString() ? Optional.of(label.path("rle").asString()) : Optional.empty(),
        label);
  }

  boolean isAnnotated() {
    return verdict.equals("annotated") || isCrowd();
  }

  boolean isCrowd() {
    return verdict.equals("crowd");
  }

  boolean isStuff() {
    return verdict.equals("stuff");
  }

  /** Whether the rules dropped it, or its category is left out of every loss. */
  boolean isVoid() {
    return VOID.contains(verdict);
  }
}
