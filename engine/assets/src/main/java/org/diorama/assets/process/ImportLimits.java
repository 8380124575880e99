package org.diorama.assets.process;

import java.time.Duration;

/**
 * What one child process may use.
 *
 * @param wallClock for one model; the child is killed after it
 * @param dataMegabytes of writable memory in all (RLIMIT_DATA), Java's heap included
 * @param heapMegabytes of Java's heap
 * @param processorSeconds over the child's whole life (RLIMIT_CPU): ends a child whose parent died
 * @param modelsPerChild after so many models a fresh child takes over
 */
public record ImportLimits(
    Duration wallClock,
    int dataMegabytes,
    int heapMegabytes,
    int processorSeconds,
    int modelsPerChild) {
  public static final ImportLimits DEFAULT =
      new ImportLimits(Duration.ofSeconds(120), 3000, 1200, 900, 200);
}
