package org.diorama.opengl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.RenderedFrame;
import org.diorama.opengl.egl.EglContext;
import org.diorama.opengl.egl.EglDisplay;
import org.diorama.opengl.frame.BufferPool;
import org.diorama.opengl.frame.FrameRenderer;
import org.diorama.opengl.gl.GlCensus;
import org.diorama.opengl.gl.GlScope;

/**
 * One thread with one context. It takes jobs from the session's queue and keeps a few in flight, so
 * that the device works on one while another is written or read back.
 */
final class Lane implements Runnable {
  private static final int REOPENINGS = 3;

  /** What all lanes of a session share. */
  record Shared(
      AssetStore assets,
      BufferPool pool,
      BlockingQueue<RenderTask> queue,
      Executor completions,
      GlCensus census,
      int ring,
      long modelBudget) {}

  private record InFlight(RenderTask task, FrameRenderer.Pending pending) {}

  private final EglDisplay display;
  private final Shared shared;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Deque<InFlight> inFlight = new ArrayDeque<>();

  Lane(EglDisplay display, Shared shared) {
    this.display = display;
    this.shared = shared;
  }

  /** Completes once the lane can draw, or with the reason why it cannot. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  @Override
  @SuppressWarnings("try") // The context is current on this thread and needs no mention.
  public void run() {
    DioramaException failure = null;
    for (int attempt = 0; attempt <= REOPENINGS; attempt++) {
      try (EglContext context = EglContext.open(display, false);
          GlScope scope = new GlScope(shared.census())) {
        FrameRenderer renderer =
            new FrameRenderer(scope, shared.assets(), shared.pool(), shared.modelBudget());
        ready.complete(null);
        serve(renderer);
        return;
      } catch (DioramaException e) {
        // The device lost its memory or itself: what was in flight is gone, a new context may work.
        failure = e;
        failInFlight(e);
        if (!ready.isDone()) {
          ready.completeExceptionally(e);
          return;
        }
      } catch (RuntimeException | Error e) {
        failure = new DioramaException(ExitStatus.INTERNAL, "OpenGL renderer: " + e, e);
        failInFlight(failure);
        ready.completeExceptionally(failure);
        break;
      }
    }
    refuse(failure);
  }

  private void serve(FrameRenderer renderer) {
    boolean open = true;
    while (open || !inFlight.isEmpty()) {
      RenderTask task = null;
      if (open) {
        task = inFlight.isEmpty() ? take() : shared.queue().poll();
      }
      if (task != null && task.last()) {
        open = false;
        shared.queue().add(task);
      } else if (task != null) {
        begin(renderer, task);
      }
      if (task == null || inFlight.size() >= shared.ring()) {
        finishOldest();
      }
    }
  }

  private RenderTask take() {
    try {
      return shared.queue().take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a render lane was interrupted", e);
    }
  }

  private void begin(FrameRenderer renderer, RenderTask task) {
    try {
      inFlight.addLast(new InFlight(task, renderer.begin(task.job(), task.readyLight())));
    } catch (DioramaException e) {
      task.fail(e, shared.completions());
      if (e.status() == ExitStatus.TEMPORARY) {
        throw e;
      }
    } catch (RuntimeException e) {
      task.fail(
          new DioramaException(ExitStatus.INTERNAL, "OpenGL renderer: " + e, e),
          shared.completions());
    }
  }

  private void finishOldest() {
    InFlight oldest = inFlight.peekFirst();
    if (oldest != null) {
      RenderedFrame frame = oldest.pending().finish();
      inFlight.removeFirst();
      oldest.task().complete(frame, shared.completions());
    }
  }

  private void failInFlight(DioramaException cause) {
    while (!inFlight.isEmpty()) {
      inFlight.removeFirst().task().fail(cause, shared.completions());
    }
  }

  /** Answers for a dead lane until the session ends, so that no future stays open. */
  private void refuse(DioramaException cause) {
    for (RenderTask task = take(); !task.last(); task = take()) {
      task.fail(cause, shared.completions());
    }
    shared.queue().add(RenderTask.LAST);
  }
}
