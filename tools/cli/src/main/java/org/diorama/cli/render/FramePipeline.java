package org.diorama.cli.render;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.SampledFrame;

/**
 * Takes frames through sampling, rendering, encoding and writing, several at a time. A permit is
 * held from a frame's first step to its last, so the slowest stage sets the pace and memory stays
 * bounded however many frames there are.
 */
final class FramePipeline<E> {
  private static final Set<Channel> CHANNELS = Set.of(Channel.values());
  private static final int ATTEMPTS = 2;

  private final RenderSession session;
  private final FrameWork<E> work;
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
   * @param workers threads that sample and encode, and as many that write
   * @param stopRequested whether to end early; frames being written are still committed
   * @param listener hears of each frame's end, by one thread at a time
   */
  FramePipeline(
      RenderSession session,
      FrameWork<E> work,
      int workers,
      BooleanSupplier stopRequested,
      ObjLongConsumer<FrameEnd> listener) {
    this.session = session;
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
    ExecutorService makers = pool("diorama-make");
    ExecutorService writers = pool("diorama-write");
    Semaphore permits = new Semaphore(inFlight);
    try {
      while (frames.hasNext() && !ending()) {
        permits.acquire();
        if (ending()) {
          permits.release();
          break;
        }
        process(frames.nextLong(), 1, makers, writers, permits::release);
      }
      permits.acquire(inFlight);
    } finally {
      makers.shutdown();
      writers.shutdown();
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
      long frame, int attempt, ExecutorService makers, ExecutorService writers, Runnable atEnd) {
    CompletableFuture.supplyAsync(() -> inStage(Stage.SAMPLE, () -> work.sample(frame)), makers)
        .thenCompose(
            sampled ->
                render(sampled).thenApplyAsync(rendered -> encode(sampled, rendered), makers))
        .thenAcceptAsync(this::commit, writers)
        .whenComplete(
            (nothing, thrown) -> {
              if (thrown == null) {
                tell(FrameEnd.COMMITTED, frame);
                atEnd.run();
                return;
              }
              Throwable failure = FrameFailure.unwrap(thrown);
              if (isOfThisFrame(failure) && attempt < ATTEMPTS) {
                process(frame, attempt + 1, makers, writers, atEnd);
                return;
              }
              settle(frame, failure);
              atEnd.run();
            });
  }

  private static boolean isOfThisFrame(Throwable failure) {
    return !(failure instanceof Abandoned) && !FrameFailure.isFatal(failure);
  }

  private void settle(long frame, Throwable failure) {
    if (failure instanceof Abandoned) {
      return;
    }
    if (FrameFailure.isFatal(failure)) {
      fatal.compareAndSet(null, failure);
      return;
    }
    try {
      work.giveUp(frame, FrameFailure.describe(failure));
      tell(FrameEnd.GIVEN_UP, frame);
    } catch (RuntimeException | Error e) {
      fatal.compareAndSet(null, e);
    }
  }

  private synchronized void tell(FrameEnd end, long frame) {
    listener.accept(end, frame);
  }

  private CompletableFuture<RenderedFrame> render(SampledFrame sampled) {
    StageClock clock = clocks.get(Stage.RENDER);
    clock.enter();
    return session
        .submit(List.of(RenderJob.of(sampled, CHANNELS)))
        .get(0)
        .whenComplete((rendered, failure) -> clock.leave());
  }

  private E encode(SampledFrame sampled, RenderedFrame rendered) {
    try (rendered) {
      return inStage(Stage.ENCODE, () -> work.encode(sampled, rendered));
    }
  }

  private void commit(E encoded) {
    inStage(
        Stage.WRITE,
        () -> {
          work.commit(encoded);
          return encoded;
        });
  }

  private <T> T inStage(Stage stage, Supplier<T> step) {
    if (ending()) {
      throw new Abandoned();
    }
    return clocks.get(stage).measure(step);
  }
}
