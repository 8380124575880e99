package org.diorama.dataset.verify.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Verdicts of one view's instances by two renderers.
 *
 * @param apart instances with different ones, each of which its own measures ask for
 * @param faults of others that differ, one line each
 */
record Verdicts(Set<Integer> apart, List<String> faults) {
  static Verdicts of(VerdictRule rule, JsonNode one, JsonNode other) {
    Set<Integer> apart = new TreeSet<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      JsonNode label = one.path(i);
      JsonNode again = other.path(i);
      if (label.path("verdict").equals(again.path("verdict"))) {
        continue;
      }
      int id = label.path("instance_id").asInt(-1);
      String fault = rule.fault(label, again);
      if (fault.isEmpty()) {
        apart.add(id);
      } else {
        faults.add("instance " + id + ": " + fault);
      }
    }
    return new Verdicts(apart, faults);
  }
}
