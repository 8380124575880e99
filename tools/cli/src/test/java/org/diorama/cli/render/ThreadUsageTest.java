package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.diorama.cli.render.ThreadUsage.Duty;
import org.junit.jupiter.api.Test;

class ThreadUsageTest {
  @Test
  void aThreadsNameTellsItsDuty() {
    assertEquals(Optional.of(Duty.RENDER), Duty.of("opengl-lane-0"));
    assertEquals(Optional.of(Duty.RENDER), Duty.of("llvmpipe-0"));
    assertEquals(Optional.of(Duty.COMPILE), Duty.of("C2 CompilerThre"));
    assertEquals(Optional.of(Duty.COLLECT), Duty.of("G1 Conc#0"));
    assertEquals(Optional.empty(), Duty.of("main"));
  }

  @Test
  void readsTheKernelsLineWhateverTheName() {
    Map<Duty, Double> seconds = new EnumMap<>(Duty.class);
    String rest = " S 1 2 3 0 -1 4194304 5 6 7 8 250 50 0 0 20 0 9 0 100";
    ThreadUsage.add(seconds, "17 (opengl-lane) 0)" + rest);
    ThreadUsage.add(seconds, "18 (llvmpipe-0)" + rest);
    ThreadUsage.add(seconds, "19 (main)" + rest);
    assertEquals(Map.of(Duty.RENDER, 6.0), seconds);
  }

  @Test
  void seesAThreadThatWorks() throws InterruptedException {
    ThreadUsage before = ThreadUsage.now();
    CountDownLatch counted = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    long[] sum = new long[1];
    Thread thread =
        new Thread(
            () -> {
              while (ThreadUsage.now().since(before).seconds().get(Duty.RENDER) < 0.05) {
                for (int i = 0; i < 1_000_000; i++) {
                  sum[0] = sum[0] * 31 + i;
                }
              }
              counted.countDown();
              await(release);
            },
            "reference-lane");
    thread.start();
    counted.await();
    double used = ThreadUsage.now().since(before).seconds().get(Duty.RENDER);
    release.countDown();
    thread.join();
    assertTrue(used >= 0.05, "used " + used);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
