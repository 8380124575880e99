package org.diorama.cli.render;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** How long a stage of the pipeline was busy. Safe for use by several threads. */
final class StageClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private int inside;
  private long busySince;
  private long wallNanos;
  private long cpuNanos;

  /** Runs one frame's step on this thread and counts its time. */
  <T> T measure(Supplier<T> step) {
    long cpuBefore = THREADS.getCurrentThreadCpuTime();
    enter();
    try {
      return step.get();
    } finally {
      leave();
      addCpu(THREADS.getCurrentThreadCpuTime() - cpuBefore);
    }
  }

  /** A frame comes in; for stages that work on threads of their own. */
  synchronized void enter() {
    if (inside++ == 0) {
      busySince = System.nanoTime();
    }
  }

  synchronized void leave() {
    if (--inside == 0) {
      wallNanos += System.nanoTime() - busySince;
    }
  }

  private synchronized void addCpu(long nanos) {
    cpuNanos += nanos;
  }

  /** Seconds in which at least one frame was in the stage. */
  synchronized double wallSeconds() {
    return wallNanos / 1e9;
  }

  /** Processor seconds of the threads that called {@link #measure}. */
  synchronized double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}
