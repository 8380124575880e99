package org.diorama.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.FramePosition;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.scene.ColorDistribution;
import org.diorama.core.scene.Distribution;
import org.diorama.core.scene.NumberDistribution;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.PointDistribution;
import org.diorama.core.scene.RotationDistribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One draw of one distribution, logged as a frame's draws are. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class DistributionBenchmark {
  /** Draws of a frame; the log starts anew for each. */
  private static final int DRAWS = 1000;

  private static final Distribution<Double> UNIT = new Distribution.Uniform(0, 1);

  private static final Map<String, Distribution<?>> DISTRIBUTIONS =
      Map.ofEntries(
          Map.entry("uniform", UNIT),
          Map.entry("uniform_int", new Distribution.UniformInt(1, 6)),
          Map.entry("log_uniform", new NumberDistribution.LogUniform(1, 100)),
          Map.entry("normal", new Distribution.Normal(0, 1, -9, 9)),
          Map.entry("normal_tail", new Distribution.Normal(0, 1, 3, 9)),
          Map.entry(
              "choice",
              new Distribution.Choice<>(
                  List.of(new Distribution.Option<>(UNIT, 3), new Distribution.Option<>(UNIT, 1)))),
          Map.entry("grid", new NumberDistribution.Strata(0, 1, 10, 1)),
          Map.entry("sum", new NumberDistribution.Sum(List.of(UNIT, UNIT))),
          Map.entry("product", new NumberDistribution.Product(List.of(UNIT, UNIT))),
          Map.entry(
              "color",
              new Distribution.UniformColor(new LinearColor(0, 0, 0), new LinearColor(1, 1, 1))),
          Map.entry("kelvin", new ColorDistribution.Kelvin(new Distribution.Uniform(3000, 6500))),
          Map.entry("box", new PointDistribution.Box(Vec3.ZERO, Vec3.ONE)),
          Map.entry("disk", new PointDistribution.Disk(Vec3.ZERO, 0, 1, Vec3.UNIT_Z)),
          Map.entry("path", new PointDistribution.Polyline(List.of(Vec3.ZERO, Vec3.ONE))),
          Map.entry("uniform_so3", new RotationDistribution.UniformRotation()),
          Map.entry("cone", new RotationDistribution.Cone(Vec3.UNIT_Z, 0.3, UNIT)));

  @Param({
    "uniform", "uniform_int", "log_uniform", "normal", "normal_tail", "choice", "grid", "sum",
    "product", "color", "kelvin", "box", "disk", "path", "uniform_so3", "cone"
  })
  public String distribution;

  private Parameter<?> parameter;
  private long frame;

  @Setup
  public void choose() {
    parameter =
        new Parameter<>(
            "objects.cars.value",
            DISTRIBUTIONS.get(distribution),
            org.diorama.core.scene.Scope.INSTANCE);
  }

  /** The draws of a frame's instances. */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public DrawLog draws() {
    DrawLog log = new DrawLog(7, FramePosition.still(frame++));
    for (int index = 0; index < DRAWS; index++) {
      log.value(parameter, DrawSite.of(index));
    }
    return log;
  }
}
