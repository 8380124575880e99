package org.diorama.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.diorama.cli.progress.Progress;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.render.RenderSession;
import org.diorama.core.sample.SampledFrame;
import org.diorama.dataset.Dataset;
import org.diorama.dataset.DatasetFinish;
import org.diorama.dataset.FinishReport;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.layout.FrameSet;

/** Makes the frames of a plan that are missing, then the dataset's own files. */
final class RenderRun {
  private final RenderPlan plan;
  private final RenderSession session;
  private final FailureAllowance allowance;
  private final Progress progress;
  private final BooleanSupplier stopRequested;
  private final GroupTally groups = new GroupTally();
  private long done;
  private long failed;

  /**
   * What came of it.
   *
   * @param notices lines for people about what was found
   * @param report of the dataset; absent where the run ended early or was only a part
   * @param stopped whether a signal ended it
   * @param tooManyFailed whether more frames failed than allowed
   */
  record Outcome(
      RenderSummary summary,
      List<String> notices,
      GroupTally groups,
      Optional<FinishReport> report,
      boolean stopped,
      boolean tooManyFailed) {}

  RenderRun(
      RenderPlan plan,
      RenderSession session,
      FailureAllowance allowance,
      Progress progress,
      BooleanSupplier stopRequested) {
    this.plan = plan;
    this.session = session;
    this.allowance = allowance;
    this.progress = progress;
    this.stopRequested = stopRequested;
  }

  Outcome execute() throws InterruptedException {
    try (Dataset dataset =
        Dataset.open(
            plan.out(), plan.description(), plan.source(), plan.request(), plan.assets())) {
      long requested = plan.request().own().size();
      long failedBefore = dataset.failed().size();
      long skipped = requested - dataset.remaining().size() - failedBefore;
      failed = failedBefore;
      FramePipeline pipeline =
          new FramePipeline(
              session,
              work(dataset),
              dataset.annotators(),
              Runtime.getRuntime().availableProcessors(),
              stopRequested,
              (end, frame) -> count(end, skipped, requested));
      long wallStart = System.nanoTime();
      double cpuStart = ProcessUsage.cpuSeconds();
      double renderStart = ThreadUsage.renderSeconds();
      progress.update(new Progress.State(skipped, 0, failed, requested));
      try {
        pipeline.run(dataset.remaining().iterator());
      } finally {
        progress.close();
      }
      double wall = (System.nanoTime() - wallStart) / 1e9;
      double cpu = ProcessUsage.cpuSeconds() - cpuStart;
      double renderCpu = ThreadUsage.renderSeconds() - renderStart;
      boolean tooManyFailed = !allowance.allows(failed, requested);
      boolean whole = plan.finish() && !stopRequested.getAsBoolean() && !tooManyFailed;
      List<String> notices = new ArrayList<>(dataset.notices());
      Optional<FinishReport> report = whole ? finish(notices) : Optional.empty();
      RenderSummary summary =
          new RenderSummary(
              plan.out().toString(),
              requested,
              done,
              skipped,
              failed,
              report.isPresent(),
              wall,
              cpu,
              stages(pipeline, renderCpu),
              ProcessUsage.peakResidentBytes(),
              session.identity(),
              report);
      return new Outcome(
          summary, notices, groups, report, stopRequested.getAsBoolean(), tooManyFailed);
    }
  }

  /** Nothing where an earlier run was asked for frames that are not there yet. */
  private Optional<FinishReport> finish(List<String> notices) {
    FrameSet missing = StoredDataset.open(plan.out()).missing();
    if (missing.isEmpty()) {
      return Optional.of(DatasetFinish.run(plan.out()));
    }
    notices.add(
        missing.size()
            + " frames of an earlier command are still missing, so "
            + plan.out()
            + " is not finished; run that command again");
    return Optional.empty();
  }

  private FrameWork work(Dataset dataset) {
    return new FrameWork() {
      @Override
      public SampledFrame sample(long frame) {
        return plan.sampler().apply(frame);
      }

      @Override
      public void commit(SampledFrame frame, RenderedSteps rendered) {
        dataset.commit(frame, rendered);
        groups.add(frame.groups());
      }

      @Override
      public void giveUp(long frame, String cause) {
        dataset.fail(frame, cause);
      }
    };
  }

  private void count(FramePipeline.FrameEnd end, long skipped, long requested) {
    if (end == FramePipeline.FrameEnd.COMMITTED) {
      done++;
    } else {
      failed++;
    }
    progress.update(new Progress.State(skipped, done, failed, requested));
  }

  private static SortedMap<String, RenderSummary.StageSeconds> stages(
      FramePipeline pipeline, double renderCpu) {
    SortedMap<String, RenderSummary.StageSeconds> stages = new TreeMap<>();
    pipeline
        .clocks()
        .forEach(
            (stage, clock) ->
                stages.put(
                    stage.name().toLowerCase(Locale.ROOT),
                    new RenderSummary.StageSeconds(
                        clock.wallSeconds(),
                        stage == Stage.RENDER ? renderCpu : clock.cpuSeconds())));
    return stages;
  }
}
