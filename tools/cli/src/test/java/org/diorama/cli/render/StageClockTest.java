package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StageClockTest {
  @Test
  void aStageWithoutFramesWasNeverBusy() {
    StageClock clock = new StageClock();
    assertEquals(0, clock.wallSeconds());
    assertEquals(0, clock.cpuSeconds());
  }

  @Test
  void workIsCountedOnTheThreadThatDoesIt() {
    StageClock clock = new StageClock();
    long sum =
        clock.measure(
            () -> {
              long total = 0;
              for (int i = 0; i < 5_000_000; i++) {
                total += Integer.toString(i).length();
              }
              return total;
            });
    assertTrue(sum > 0);
    assertTrue(clock.cpuSeconds() > 0);
    assertTrue(clock.wallSeconds() > 0);
  }

  @Test
  void overlappingFramesCountOnce() {
    StageClock clock = new StageClock();
    long before = System.nanoTime();
    clock.enter();
    clock.enter();
    clock.leave();
    clock.leave();
    double passed = (System.nanoTime() - before) / 1e9;
    assertTrue(clock.wallSeconds() <= passed, clock.wallSeconds() + " of " + passed);
  }

  @Test
  void aFailingStepStillLeaves() {
    StageClock clock = new StageClock();
    assertThrows(
        IllegalStateException.class,
        () ->
            clock.measure(
                () -> {
                  throw new IllegalStateException("disk");
                }));
    double wall = clock.wallSeconds();
    assertEquals(wall, clock.wallSeconds());
  }
}
