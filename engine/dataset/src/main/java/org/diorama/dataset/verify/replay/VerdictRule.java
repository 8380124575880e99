package org.diorama.dataset.verify.replay;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The author's rules that say which instances are annotated, applied again to what two renderers
 * measured. A pixel decides where a bound is just met, so verdicts may be different ones: but each
 * must be that of its own measures.
 *
 * @param rules of the record's frame
 */
record VerdictRule(JsonNode rules) {
  private static final String INVISIBLE = "invisible";

  /** Verdicts that follow from measures alone. */
  private static final Set<String> BY_MEASURES =
      Set.of(INVISIBLE, "few_pixels", "mostly_hidden", "truncated", "annotated", "crowd");

  /** What is wrong with different verdicts of one instance; empty where each is as it must be. */
  String fault(JsonNode one, JsonNode other) {
    return fault(one, verdict(other)).or(() -> fault(other, verdict(one))).orElse("");
  }

  private Optional<String> fault(JsonNode label, String other) {
    boolean due =
        BY_MEASURES.contains(verdict(label))
            ? verdict(label).equals(due(label))
            // Categories have no bound but to be seen.
            : other.equals(INVISIBLE) && !verdict(label).equals("unlabelled");
    return due
        ? Optional.empty()
        : Optional.of(
            "%s, not %s, with %d pixels, %s visible, %s outside"
                .formatted(
                    verdict(label),
                    other,
                    area(label),
                    label.path("visible_fraction"),
                    label.path("truncation")));
  }

  private static String verdict(JsonNode label) {
    return label.path("verdict").asString("");
  }

  private static long area(JsonNode label) {
    return label.path("area").asLong(-1);
  }

  private String due(JsonNode label) {
    if (area(label) == 0) {
      return INVISIBLE;
    }
    String then = rules.path("then").asString("");
    if (then.equals("keep")) {
      return "annotated";
    }
    String bound = bound(label);
    return bound.isEmpty() ? "annotated" : then.equals("crowd") ? "crowd" : bound;
  }

  private String bound(JsonNode label) {
    if (area(label) < rules.path("min_pixels").asLong(1)) {
      return "few_pixels";
    }
    if (label.path("visible_fraction").asDouble(0)
        < rules.path("min_visible_fraction").asDouble(0)) {
      return "mostly_hidden";
    }
    return label.path("truncation").asDouble(0) > rules.path("max_truncation").asDouble(1)
        ? "truncated"
        : "";
  }
}
