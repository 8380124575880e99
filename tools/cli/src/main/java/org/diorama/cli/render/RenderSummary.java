package org.diorama.cli.render;

import java.util.Optional;
import java.util.SortedMap;
import org.diorama.core.render.RendererIdentity;
import org.diorama.dataset.FinishReport;

/**
 * The last line of {@code render} on stdout. Times are of this run.
 *
 * @param out the dataset's folder
 * @param requested frames this run was asked for
 * @param done frames it made
 * @param skipped frames that were there already
 * @param failed frames it gave up
 * @param finished whether the dataset is complete and has its {@code _SUCCESS}
 * @param wallSeconds from the first frame's start to the last one's end
 * @param cpuSeconds of the whole process in that time, all threads
 * @param stages busy time of each step; what {@code cpuSeconds} has beyond them is Java's own:
 *     compilation, garbage collection
 * @param peakResidentBytes greatest memory of the process
 * @param dataset counts over all its frames; absent where it is not finished
 */
record RenderSummary(
    String out,
    long requested,
    long done,
    long skipped,
    long failed,
    boolean finished,
    double wallSeconds,
    double cpuSeconds,
    SortedMap<String, StageSeconds> stages,
    long peakResidentBytes,
    RendererIdentity renderer,
    Optional<FinishReport> dataset) {

  /**
   * @param wall seconds in which at least one frame was in the stage
   * @param cpu processor seconds
   */
  record StageSeconds(double wall, double cpu) {}
}
