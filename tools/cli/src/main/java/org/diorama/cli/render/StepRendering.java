package org.diorama.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;

/**
 * Has a frame rendered with what its annotators need, neighboring steps included, and nothing else.
 */
record StepRendering(RenderSession session, Annotators annotators) {
  /** Comes true once all are there; where one fails, none is left open. */
  CompletableFuture<RenderedSteps> submit(SampledFrame frame) {
    boolean back = annotators.has(Annotator.FLOW_BACKWARD);
    boolean on = annotators.has(Annotator.FLOW);
    List<RenderJob> jobs = new ArrayList<>();
    jobs.add(LabelJob.of(frame, annotators));
    if (back) {
      jobs.add(RenderJob.at(FrameInstant.PREVIOUS_STEP, frame));
    }
    if (on) {
      jobs.add(RenderJob.at(FrameInstant.NEXT_STEP, frame));
    }
    List<CompletableFuture<RenderedFrame>> frames = session.submit(jobs);
    return CompletableFuture.allOf(frames.toArray(CompletableFuture[]::new))
        .handle(
            (nothing, failure) -> {
              if (failure != null) {
                frames.stream()
                    .filter(each -> !each.isCompletedExceptionally())
                    .forEach(each -> each.join().close());
                throw new CompletionException(FrameFailure.unwrap(failure));
              }
              return new RenderedSteps(
                  frames.get(0).join(),
                  back ? Optional.of(frames.get(1).join()) : Optional.empty(),
                  on ? Optional.of(frames.get(frames.size() - 1).join()) : Optional.empty());
            });
  }
}
