package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadUsageTest {
  private static final String REST = " S 1 2 3 0 -1 4194304 5 6 7 8 250 50 0 0 20 0 9 0 100";

  @Test
  void readsTheKernelsLineWhateverTheName() {
    assertEquals(OptionalDouble.of(3), ThreadUsage.renderSeconds("17 (opengl-lane) 0)" + REST));
    assertEquals(OptionalDouble.of(3), ThreadUsage.renderSeconds("18 (llvmpipe-0)" + REST));
    assertEquals(OptionalDouble.empty(), ThreadUsage.renderSeconds("19 (main)" + REST));
  }

  @Test
  void seesAThreadThatWorks() throws InterruptedException {
    double before = ThreadUsage.renderSeconds();
    CountDownLatch counted = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    long[] sum = new long[1];
    Thread thread =
        new Thread(
            () -> {
              while (ThreadUsage.renderSeconds() - before < 0.05) {
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
    double used = ThreadUsage.renderSeconds() - before;
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
