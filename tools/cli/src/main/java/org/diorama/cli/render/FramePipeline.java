package org.diorama.cli.render;

import java.util.EnumMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.render.RenderSession;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotators;

/**
 * Takes frames through sampling, rendering and committing, several at a time. A permit is held from
 * a frame's first step to its last, so the slowest stage sets the pace and memory stays bounded
 * however many frames there are.
 */
final class FramePipeline {
  private static final int ATTEMPTS = 2;

  private final StepRendering rendering;
  private final FrameWork work;
  private final int workers;
  private final int inFlight;
  private final BooleanSupplier stopRequested;
  private final ObjLongConsumer<FrameEnd> listener;
  private final Map<Stage, StageClock> clocks = new EnumMap<>(Stage.class);
  private final AtomicReference<Throwable> fatal = new AtomicReference<>();

  /** How a frame ended. */
  enum FrameEnd {
    COMMITTED,
    GIVEN_UP
  }

  /** A frame was dropped because the run ends; it is neither committed nor failed. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("the run ends", null, false, false);
    }
  }

  /**
   * @param annotators what is to be said of the frames
   * @param workers threads that sample, and as many that commit
   * @param stopRequested whether to end early; frames being committed still are
   * @param listener hears of each frame's end, by one thread at a time
   */
  FramePipeline(
      RenderSession session,
      FrameWork work,
      Annotators annotators,
      int workers,
      BooleanSupplier stopRequested,
      ObjLongConsumer<FrameEnd> listener) {
    this.rendering = new StepRendering(session, annotators);
    this.work = work;
    this.workers = workers;
    this.inFlight = 2 * session.lanes() + 2 * workers;
    this.stopRequested = stopRequested;
    this.listener = listener;
    for (Stage stage : Stage.values()) {
      clocks.put(stage, new StageClock());
    }
  }

  Map<Stage, StageClock> clocks() {
    return clocks;
  }

  /**
   * Runs all frames, or as many as it may, and returns when none is under way any more.
   *
   * @throws RuntimeException or {@link Error}: the first failure that would meet every frame
   */
  void run(PrimitiveIterator.OfLong frames) throws InterruptedException {
    ExecutorService samplers = pool("diorama-sample");
    ExecutorService committers = pool("diorama-commit");
    Semaphore permits = new Semaphore(inFlight);
    try {
      while (frames.hasNext() && !ending()) {
        permits.acquire();
        if (ending()) {
          permits.release();
          break;
        }
        process(frames.nextLong(), 1, samplers, committers, permits::release);
      }
      permits.acquire(inFlight);
    } finally {
      samplers.shutdown();
      committers.shutdown();
    }
    Throwable failure = fatal.get();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
  }

  private boolean ending() {
    return fatal.get() != null || stopRequested.getAsBoolean();
  }

  private ExecutorService pool(String name) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        workers, task -> new Thread(task, name + "-" + number.incrementAndGet()));
  }

  private void process(
      long frame,
      int attempt,
      ExecutorService samplers,
      ExecutorService committers,
      Runnable atEnd) {
    CompletableFuture.supplyAsync(() -> inStage(Stage.SAMPLE, () -> work.sample(frame)), samplers)
        .thenCompose(
            sampled ->
                render(sampled).thenAcceptAsync(rendered -> commit(sampled, rendered), committers))
        .whenComplete(
            (nothing, thrown) -> {
              Throwable failure = FrameFailure.unwrap(thrown);
              if (isOfThisFrame(failure) && attempt < ATTEMPTS && FrameFailure.mayPass(failure)) {
                process(frame, attempt + 1, samplers, committers, atEnd);
                return;
              }
              try {
                settle(frame, failure);
              } catch (RuntimeException | Error e) {
                fatal.compareAndSet(null, e);
              } finally {
                atEnd.run();
              }
            });
  }

  private static boolean isOfThisFrame(Throwable failure) {
    return failure != null && !(failure instanceof Abandoned) && !FrameFailure.isFatal(failure);
  }

  private void settle(long frame, Throwable failure) {
    if (failure == null) {
      tell(FrameEnd.COMMITTED, frame);
    } else if (isOfThisFrame(failure)) {
      work.giveUp(frame, FrameFailure.describe(failure));
      tell(FrameEnd.GIVEN_UP, frame);
    } else if (!(failure instanceof Abandoned)) {
      fatal.compareAndSet(null, failure);
    }
  }

  private synchronized void tell(FrameEnd end, long frame) {
    listener.accept(end, frame);
  }

  private CompletableFuture<RenderedSteps> render(SampledFrame sampled) {
    StageClock clock = clocks.get(Stage.RENDER);
    clock.enter();
    return rendering.submit(sampled).whenComplete((rendered, failure) -> clock.leave());
  }

  private void commit(SampledFrame sampled, RenderedSteps rendered) {
    try (rendered) {
      inStage(
          Stage.COMMIT,
          () -> {
            work.commit(sampled, rendered);
            return sampled;
          });
    }
  }

  private <T> T inStage(Stage stage, Supplier<T> step) {
    if (ending()) {
      throw new Abandoned();
    }
    return clocks.get(stage).measure(step);
  }
}
