package org.diorama.benchmarks;

import java.util.concurrent.TimeUnit;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.label.pixel.ObjectCoordinates;
import org.diorama.core.label.pixel.OpticalFlow;
import org.diorama.core.label.pixel.PartIds;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.label.pixel.RectifiedPair;
import org.diorama.core.label.pixel.ThingRuns;
import org.diorama.core.label.pixel.ViewPixels;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledCamera;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What is worked out for every pixel of an image of 1920 × 1080, encoding aside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class PixelLabelBenchmark {
  private final float[] row = new float[3 * RenderedScene.WIDTH];
  private final byte[] states = new byte[RenderedScene.WIDTH];
  private final short[] numbers = new short[RenderedScene.WIDTH];
  private final FlowBuffers buffers = new FlowBuffers();
  private RenderedScene rendered;

  @Setup(Level.Trial)
  public void render() {
    rendered = RenderedScene.of("annotators.yaml");
  }

  @TearDown(Level.Trial)
  public void close() {
    rendered.close();
  }

  private RenderedView view() {
    return rendered.steps().now().views().get(0);
  }

  private SampledCamera camera() {
    return rendered.frame().cameras().get(0);
  }

  private float all(PixelRows rows) {
    for (int y = 0; y < view().height(); y++) {
      rows.fill(y, row);
    }
    return row[0];
  }

  @Benchmark
  public float distance() {
    return all(new ViewPixels(view(), camera()).distance());
  }

  @Benchmark
  public float worldNormals() {
    return all(new ViewPixels(view(), camera()).worldNormals());
  }

  @Benchmark
  public float coordinates() {
    return all(
        new ObjectCoordinates(
                new ThingRuns(rendered.frame(), view()),
                camera(),
                node -> rendered.assets().fact(node).bounds())
            .rows());
  }

  @Benchmark
  public float disparity() {
    ViewPixels pixels = new ViewPixels(view(), camera());
    RectifiedPair pair = RectifiedPair.of(camera(), rendered.frame().cameras()).orElseThrow();
    return all(pair.disparity(pixels.depth(), pixels.width()));
  }

  @Benchmark
  public int parts() {
    PartIds parts = new PartIds(new ThingRuns(rendered.frame(), view()), rendered.assets()::parts);
    int sum = 0;
    for (int y = 0; y < view().height(); y++) {
      parts.fill(y, numbers);
      sum += numbers[y];
    }
    return sum;
  }

  @Benchmark
  public float flow() {
    return flow(FrameInstant.NEXT_STEP);
  }

  @Benchmark
  public float flowBackward() {
    return flow(FrameInstant.PREVIOUS_STEP);
  }

  /** Flow and then its states, as a frame's files take them. */
  private float flow(FrameInstant instant) {
    OpticalFlow flow =
        new OpticalFlow(
            new ThingRuns(rendered.frame(), view()),
            camera(),
            rendered.steps().at(instant).views().get(0),
            instant,
            buffers);
    float last = all(flow.rows());
    int sum = 0;
    for (int y = 0; y < view().height(); y++) {
      flow.states(y, states);
      sum += states[y];
    }
    return last + sum;
  }
}
