package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.label.RenderedSteps;
import org.diorama.core.math.LinearColor;
import org.diorama.core.random.FrameKey;
import org.diorama.core.sample.FrameContext;
import org.diorama.core.sample.GradientSky;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledLighting;
import org.diorama.core.sample.UnmetFrame;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.LabelRules;
import org.diorama.core.weather.SampledWeather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FramePipelineTest {
  private static final SampledLighting DARK =
      new SampledLighting(
          Optional.empty(),
          new GradientSky(LinearColor.BLACK, LinearColor.BLACK, LinearColor.BLACK));

  private final EmptySession session = new EmptySession();
  private final Set<Long> committed = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> givenUp = new ConcurrentSkipListMap<>();
  private final AtomicInteger samples = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private final AtomicLong told = new AtomicLong();

  /** Commits every frame; steps can be made to fail. */
  private class Work implements FrameWork {
    @Override
    public SampledFrame sample(long frame) {
      samples.incrementAndGet();
      mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      return new SampledFrame(
          "test",
          new FrameKey(0, frame),
          FrameContext.still(frame),
          List.of(),
          LabelRules.DEFAULT,
          List.of(),
          DARK,
          SampledWeather.CLEAR,
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }

    @Override
    public void commit(SampledFrame frame, RenderedSteps rendered) {
      underWay.decrementAndGet();
      assertTrue(committed.add(frame.key().frame()), "committed twice: " + frame.key());
    }

    @Override
    public void giveUp(long frame, String cause) {
      underWay.decrementAndGet();
      givenUp.put(frame, cause);
    }
  }

  private FramePipeline pipeline(FrameWork work) {
    return new FramePipeline(
        session, work, Annotators.DEFAULT, 2, () -> false, (end, frame) -> told.incrementAndGet());
  }

  private void run(FrameWork work, long frames) throws InterruptedException {
    pipeline(work).run(LongStream.range(0, frames).iterator());
  }

  @Test
  void everyFrameIsCommittedOnceAndEveryBufferGivenBack() throws Exception {
    run(new Work(), 500);
    assertEquals(LongStream.range(0, 500).boxed().collect(Collectors.toSet()), committed);
    assertEquals(0, session.open.get());
    assertEquals(500, told.get());
    assertTrue(mostUnderWay.get() <= 2 * session.lanes() + 2 * 2, "under way: " + mostUnderWay);
  }

  @Test
  void aFrameThatFailsOnceIsMadeAtTheSecondAttempt() throws Exception {
    Set<Long> failedOnce = ConcurrentHashMap.newKeySet();
    run(
        new Work() {
          @Override
          public void commit(SampledFrame frame, RenderedSteps rendered) {
            if (frame.key().frame() % 10 == 3 && failedOnce.add(frame.key().frame())) {
              throw new IllegalStateException("first time");
            }
            super.commit(frame, rendered);
          }
        },
        50);
    assertEquals(50, committed.size());
    assertEquals(55, samples.get());
    assertTrue(givenUp.isEmpty(), givenUp.toString());
    assertEquals(0, session.open.get());
  }

  @Test
  void aFrameThatFailsTwiceIsGivenUpAndTheRunGoesOn() throws Exception {
    run(
        new Work() {
          @Override
          public SampledFrame sample(long frame) {
            SampledFrame sampled = super.sample(frame);
            if (frame == 7) {
              throw new DioramaException(ExitStatus.BAD_INPUT, "no room for 9 cups");
            }
            return sampled;
          }
        },
        20);
    assertEquals(Map.of(7L, "no room for 9 cups"), givenUp);
    assertEquals(19, committed.size());
    assertEquals(20, told.get());
  }

  /** Trying again could not help: the frame is a function of its number. */
  @Test
  void aFrameWhoseConstraintsCannotBeMetIsGivenUpAtOnce() throws Exception {
    run(
        new Work() {
          @Override
          public SampledFrame sample(long frame) {
            SampledFrame sampled = super.sample(frame);
            if (frame == 7) {
              throw new UnmetFrame("camera.min_visible.person: 0 of 2 in 40 attempts");
            }
            return sampled;
          }
        },
        20);
    assertEquals(Map.of(7L, "camera.min_visible.person: 0 of 2 in 40 attempts"), givenUp);
    assertEquals(20, samples.get());
    assertEquals(19, committed.size());
    assertEquals(20, told.get());
  }

  @Test
  void aFatalFailureStopsTheRunAndNothingIsLost() {
    DioramaException diskFull = new DioramaException(ExitStatus.INPUT_OUTPUT, "disk full");
    var failure =
        assertThrows(
            DioramaException.class,
            () ->
                run(
                    new Work() {
                      @Override
                      public void commit(SampledFrame frame, RenderedSteps rendered) {
                        if (frame.key().frame() == 20) {
                          throw diskFull;
                        }
                        super.commit(frame, rendered);
                      }
                    },
                    100_000));
    assertSame(diskFull, failure);
    assertEquals(0, session.open.get());
    assertTrue(samples.get() < 1000, samples + " frames were begun");
    assertTrue(givenUp.isEmpty(), givenUp.toString());
  }

  @Test
  void runningOutOfMemoryIsFatal() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            run(
                new Work() {
                  @Override
                  public void commit(SampledFrame frame, RenderedSteps rendered) {
                    throw new OutOfMemoryError("test");
                  }
                },
                10));
    assertEquals(0, session.open.get());
    assertTrue(committed.isEmpty());
  }

  @Test
  void aRequestToStopEndsTheRunEarlyWithoutFailures() throws Exception {
    FramePipeline pipeline =
        new FramePipeline(
            session,
            new Work(),
            Annotators.DEFAULT,
            2,
            () -> committed.size() >= 5,
            (end, frame) -> told.incrementAndGet());
    pipeline.run(LongStream.range(0, 1_000_000).iterator());
    assertTrue(committed.size() >= 5 && committed.size() < 1000, committed.size() + "");
    assertEquals(committed.size(), told.get());
    assertTrue(givenUp.isEmpty());
    assertEquals(0, session.open.get());
  }

  @Test
  void everyStageIsTimed() throws Exception {
    FramePipeline pipeline = pipeline(new Work());
    pipeline.run(LongStream.range(0, 50).iterator());
    pipeline
        .clocks()
        .forEach((stage, clock) -> assertTrue(clock.wallSeconds() > 0, stage.toString()));
  }

  @Test
  void aFailureThatCannotBeNotedIsFatal() {
    assertThrows(
        DioramaException.class,
        () ->
            run(
                new Work() {
                  @Override
                  public void commit(SampledFrame frame, RenderedSteps rendered) {
                    throw new IllegalStateException("always");
                  }

                  @Override
                  public void giveUp(long frame, String cause) {
                    throw new DioramaException(ExitStatus.INPUT_OUTPUT, "disk full");
                  }
                },
                10));
    assertEquals(0, session.open.get());
  }
}
