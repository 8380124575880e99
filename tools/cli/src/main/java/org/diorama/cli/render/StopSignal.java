package org.diorama.cli.render;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and SIGINT into an orderly end: no new frame starts, frames being committed are
 * committed, and the process ends with 143 or 130 (the virtual machine's own codes).
 */
final class StopSignal implements AutoCloseable {
  /** Schedulers send SIGKILL about half a minute after SIGTERM. */
  private static final long PATIENCE_SECONDS = 25;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "diorama-stop");
  private volatile boolean requested;

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean requested() {
    return requested;
  }

  private void stopAndWait() {
    requested = true;
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The job has ended, by itself or because it was asked to. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The signal came this very moment; the hook finds the latch open.
        return;
      }
    }
  }
}
