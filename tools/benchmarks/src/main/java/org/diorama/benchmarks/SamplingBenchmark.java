package org.diorama.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Decides frame after frame of a scene. Frames differ: each operation takes the next one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
public class SamplingBenchmark {
  /** Frames before the first one comes again. */
  private static final int FRAMES = 64;

  /**
   * A file of {@code scenes/}, or {@code thousand}: 1,000 boxes, cylinders, spheres and rings on
   * 900 square meters that share no room, placed by their own surfaces; {@code thousand_clear}: the
   * same things, with 5 cm between the boxes around them.
   */
  @Param({"street", "thousand", "thousand_clear", "settle", "occlusion", "tabletop"})
  public String scene;

  private LoadedScene loaded;
  private FrameSampler sampler;
  private long next;

  @Setup(Level.Trial)
  public void load() {
    Path file =
        scene.startsWith("thousand")
            ? CrowdedScene.write(scene.equals("thousand") ? 0 : 0.05)
            : Path.of("scenes", scene + ".yaml");
    loaded = LoadedScene.load(file, List.of(), List.of());
    sampler = loaded.sampler();
  }

  @TearDown(Level.Trial)
  public void close() {
    loaded.close();
  }

  /** One frame. */
  @Benchmark
  public SampledFrame frame() {
    return sampler.sample(next++ % FRAMES);
  }
}
