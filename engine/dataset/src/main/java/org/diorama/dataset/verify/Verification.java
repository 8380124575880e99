package org.diorama.dataset.verify;

import java.util.List;
import java.util.Map;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;

/**
 * What came of a verification.
 *
 * @param findings in the order of their places; of a fault that is found very often the first ones
 * @param counts how often each fault was found
 * @param examined how much each check looked at, and what it lacked, in the order of the checks
 * @param scores of the ground truth against itself, by what they measure
 * @param frames that any finding names, ascending
 */
public record Verification(
    List<Finding> findings,
    Map<Fault, Long> counts,
    Map<String, Examined.Count> examined,
    Map<String, Double> scores,
    long[] frames) {

  static Verification of(Findings findings, Examined examined) {
    return new Verification(
        List.copyOf(findings.kept()),
        findings.counts(),
        examined.counts(),
        examined.scores(),
        findings.frames());
  }

  /** Whether nothing was found. */
  public boolean isClean() {
    return counts.isEmpty();
  }
}
