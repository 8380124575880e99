package org.diorama.opengl;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.diorama.core.DioramaException;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.opengl.frame.JobLight;

/**
 * A queued job and its future, which completes on another thread than the one that draws.
 *
 * @param work absent in {@link #LAST}
 * @param light of the job, made on another thread
 */
record RenderTask(
    Optional<RenderJob> work,
    CompletableFuture<JobLight> light,
    CompletableFuture<RenderedFrame> future) {
  /** Ends every lane that meets it. */
  static final RenderTask LAST =
      new RenderTask(Optional.empty(), new CompletableFuture<>(), new CompletableFuture<>());

  static RenderTask of(RenderJob job, CompletableFuture<JobLight> light) {
    return new RenderTask(Optional.of(job), light, new CompletableFuture<>());
  }

  boolean last() {
    return work.isEmpty();
  }

  RenderJob job() {
    return work.orElseThrow();
  }

  /**
   * Waits for the light.
   *
   * @throws DioramaException as it was when the light was made
   */
  JobLight readyLight() {
    try {
      return light.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  void complete(RenderedFrame frame, Executor completions) {
    completions.execute(
        () -> {
          if (!future.complete(frame)) {
            frame.close();
          }
        });
  }

  void fail(DioramaException cause, Executor completions) {
    completions.execute(() -> future.completeExceptionally(cause));
  }
}
