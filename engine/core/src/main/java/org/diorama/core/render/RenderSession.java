package org.diorama.core.render;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A renderer at work. Safe for use by several threads. The result of a job depends on the job
 * alone: not on lane, order, or what was drawn before.
 */
public interface RenderSession extends AutoCloseable {
  RendererIdentity identity();

  /** How many jobs the session can keep busy with; submitting about twice as many hides latency. */
  int lanes();

  /**
   * Queues jobs; never blocks on rendering. A future fails with a {@link
   * org.diorama.core.DioramaException}; other jobs go on where they can. Callers close each frame.
   */
  List<CompletableFuture<RenderedFrame>> submit(List<RenderJob> jobs);

  /** Waits for queued jobs, then frees everything. */
  @Override
  void close();
}
