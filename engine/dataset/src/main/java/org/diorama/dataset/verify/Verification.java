package org.diorama.dataset.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
 * @param blocks of which any finding names a file that belongs to none of their frames, ascending
 */
public record Verification(
    List<Finding> findings,
    Map<Fault, Long> counts,
    Map<String, Examined.Count> examined,
    Map<String, Double> scores,
    long[] frames,
    long[] blocks) {

  public static Verification of(Findings findings, Examined examined) {
    return new Verification(
        List.copyOf(findings.kept()),
        findings.counts(),
        examined.counts(),
        examined.scores(),
        findings.frames(),
        findings.blocks());
  }

  /**
   * This and another one together.
   *
   * @param folder that the other one's files and checks are in; empty for the same one
   */
  public Verification and(String folder, Verification other) {
    String path = folder.isEmpty() ? "" : folder + "/";
    String name = folder.isEmpty() ? "" : folder + ": ";
    List<Finding> all = new ArrayList<>(findings);
    other.findings.forEach(finding -> all.add(finding.within(path)));
    Map<Fault, Long> sums = new EnumMap<>(Fault.class);
    sums.putAll(counts);
    other.counts.forEach((fault, count) -> sums.merge(fault, count, Long::sum));
    Map<String, Examined.Count> checks = new LinkedHashMap<>(examined);
    other.examined.forEach((check, count) -> checks.put(name + check, count));
    Map<String, Double> measures = new LinkedHashMap<>(scores);
    other.scores.forEach((measure, value) -> measures.put(name + measure, value));
    return new Verification(all, sums, checks, measures, frames, blocks);
  }

  /** Whether nothing was found. */
  public boolean isClean() {
    return counts.isEmpty();
  }
}
