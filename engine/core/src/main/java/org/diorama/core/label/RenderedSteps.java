package org.diorama.core.label;

import java.util.Optional;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.FrameInstant;

/**
 * A frame's images, and what its cameras see a step before and after where flow is asked for.
 * Closing gives all of their buffers back.
 *
 * @param now at the label instant
 * @param previous depth and ids at the previous step
 * @param next depth and ids at the next step
 */
public record RenderedSteps(
    RenderedFrame now, Optional<RenderedFrame> previous, Optional<RenderedFrame> next)
    implements AutoCloseable {
  /** Without neighbors. */
  public static RenderedSteps of(RenderedFrame now) {
    return new RenderedSteps(now, Optional.empty(), Optional.empty());
  }

  /**
   * @throws IllegalStateException where the step was not rendered
   */
  public RenderedFrame at(FrameInstant instant) {
    Optional<RenderedFrame> step = instant == FrameInstant.NEXT_STEP ? next : previous;
    return step.orElseThrow(() -> new IllegalStateException("no frame at " + instant));
  }

  @Override
  public void close() {
    now.close();
    previous.ifPresent(RenderedFrame::close);
    next.ifPresent(RenderedFrame::close);
  }
}
