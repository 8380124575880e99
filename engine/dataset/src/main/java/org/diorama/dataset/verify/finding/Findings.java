package org.diorama.dataset.verify.finding;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.diorama.dataset.layout.Layout;

/**
 * Collects findings of several threads. Every one is counted; of each fault the first ones in the
 * order of their places are kept, so that memory stays bounded and the outcome is the same however
 * the threads ran. All damaged frames and blocks are known by their numbers.
 */
public final class Findings {
  private static final int MOST_OF_A_FAULT = 100;

  private final Map<Fault, TreeSet<Finding>> kept = new EnumMap<>(Fault.class);
  private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
  private final TreeSet<Long> frames = new TreeSet<>();
  private final TreeSet<Long> blocks = new TreeSet<>();

  public synchronized void add(Finding finding) {
    counts.merge(finding.fault(), 1L, Long::sum);
    finding.frame().ifPresent(frames::add);
    Layout.blockOf(finding.file()).ifPresent(blocks::add);
    TreeSet<Finding> ofFault =
        kept.computeIfAbsent(finding.fault(), fault -> new TreeSet<>(Finding.ORDER));
    ofFault.add(finding);
    if (ofFault.size() > MOST_OF_A_FAULT) {
      ofFault.pollLast();
    }
  }

  /** What was found, in the order of places. */
  public synchronized TreeSet<Finding> kept() {
    TreeSet<Finding> all = new TreeSet<>(Finding.ORDER);
    kept.values().forEach(all::addAll);
    return all;
  }

  /** How often each fault was found, kept or not. */
  public synchronized Map<Fault, Long> counts() {
    return new EnumMap<>(counts.isEmpty() ? new EnumMap<Fault, Long>(Fault.class) : counts);
  }

  /** Frames that any finding names, ascending. */
  public synchronized long[] frames() {
    return frames.stream().mapToLong(Long::longValue).toArray();
  }

  /** Blocks of which any finding names a file that belongs to none of their frames, ascending. */
  public synchronized long[] blocks() {
    return blocks.stream().mapToLong(Long::longValue).toArray();
  }

  public synchronized boolean isEmpty() {
    return counts.isEmpty();
  }
}
