package org.diorama.dataset.verify.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rules of 10 pixels, 0.5 visible and 0.25 outside. */
class VerdictRuleTest {
  private static JsonNode rules(String then) {
    return tree(
        "{'min_pixels': 10, 'min_visible_fraction': 0.5, 'max_truncation': 0.25, 'then': '%s'}"
            .formatted(then));
  }

  private static JsonNode tree(String text) {
    return ReplayComparison.tree(text.replace('\'', '"').getBytes());
  }

  private static JsonNode label(String verdict, int area, double fraction, double outside) {
    return tree(
        "{'verdict': '%s', 'area': %d, 'visible_fraction': %s, 'truncation': %s}"
            .formatted(verdict, area, fraction, outside));
  }

  /** One pixel, or one of the silhouette, decides; so may the share outside. */
  @ParameterizedTest
  @CsvSource({
    "void,  few_pixels,    9, 0.9,  0,    annotated, 10, 0.9, 0,    true",
    "crowd, crowd,         9, 0.9,  0,    annotated, 10, 0.9, 0,    true",
    "void,  mostly_hidden, 18, 0.45, 0,   annotated, 18, 0.5, 0,    true",
    "void,  truncated,     18, 0.9, 0.26, annotated, 18, 0.9, 0.25, true",
    "void,  invisible,     0,  0,   0,    few_pixels, 1, 0.9, 0,    true",
    "void,  invisible,     0,  0,   0,    void,      1,  0.1, 0,    true",
    "void,  invisible,     0,  0,   0,    stuff,     1,  0.1, 0,    true",
    "keep,  invisible,     0,  0,   0,    annotated, 1,  0.1, 1,    true",
    "void,  few_pixels,    10, 0.9, 0,    annotated, 10, 0.9, 0,    false",
    "void,  few_pixels,    9,  0.9, 0,    annotated, 9,  0.9, 0,    false",
    "crowd, few_pixels,    9,  0.9, 0,    annotated, 10, 0.9, 0,    false",
    "void,  mostly_hidden, 18, 0.5, 0,    annotated, 18, 0.5, 0,    false",
    "void,  mostly_hidden, 9,  0.4, 0,    annotated, 18, 0.9, 0,    false",
    "void,  void,          18, 0.9, 0,    annotated, 18, 0.9, 0,    false",
    "void,  stuff,         18, 0.9, 0,    annotated, 18, 0.9, 0,    false",
    "void,  unlabelled,    1,  0.9, 0,    invisible, 0,  0,   0,    false"
  })
  void eachVerdictIsThatOfItsMeasures(
      String then,
      String verdict,
      int area,
      double fraction,
      double outside,
      String other,
      int otherArea,
      double otherFraction,
      double otherOutside,
      boolean sound) {
    VerdictRule rule = new VerdictRule(rules(then));
    JsonNode one = label(verdict, area, fraction, outside);
    JsonNode two = label(other, otherArea, otherFraction, otherOutside);
    assertEquals(sound, rule.fault(one, two).isEmpty(), rule.fault(one, two));
    assertEquals(sound, rule.fault(two, one).isEmpty(), rule.fault(two, one));
  }
}
