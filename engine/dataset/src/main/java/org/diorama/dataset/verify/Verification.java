package org.diorama.dataset.verify;

import java.util.List;
import java.util.Map;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;

/**
 * What came of a verification.
 *
 * @param findings in the order of their places; of a fault that is found very often the first ones
 * @param counts how often each fault was found
 * @param examined how much each check looked at, and what it lacked, in the order of the checks
 * @param frames that any finding names, ascending
 */
public record Verification(
    List<Finding> findings,
    Map<Fault, Long> counts,
    Map<String, Examined.Count> examined,
    long[] frames) {

  /** Whether nothing was found. */
  public boolean isClean() {
    return counts.isEmpty();
  }
}
