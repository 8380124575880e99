package org.diorama.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Milliseconds of CPU time that an operation costs: {@code cpu.thread} in the threads that run the
 * benchmark, {@code cpu.process} with the collector's and the compiler's share. On a busy machine
 * they say more than the wall clock.
 */
public final class CpuProfiler implements InternalProfiler {
  private static final String WORKER = "-jmh-worker-";
  private static final double NANOS_PER_MILLI = 1e6;

  private long threadBefore;
  private long processBefore;

  @Override
  public String getDescription() {
    return "CPU milliseconds per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    threadBefore = threadNanos();
    processBefore = processNanos();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = NANOS_PER_MILLI * Math.max(1, result.getMetadata().getAllOps());
    return List.of(
        result("cpu.thread", (threadNanos() - threadBefore) / operations),
        result("cpu.process", (processNanos() - processBefore) / operations));
  }

  private static ScalarResult result(String name, double millis) {
    return new ScalarResult(name, millis, "ms/op", AggregationPolicy.AVG);
  }

  private static long threadNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains(WORKER)) {
        sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return sum;
  }

  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
