package org.diorama.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.label.pixel.ObjectCoordinates;
import org.diorama.core.label.pixel.OpticalFlow;
import org.diorama.core.label.pixel.PartIds;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.label.pixel.RectifiedPair;
import org.diorama.core.label.pixel.ViewPixels;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledFrame;
import org.diorama.scenefile.SceneOverride;
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
  private final float[] row = new float[3 * 1920];
  private final byte[] states = new byte[1920];
  private final short[] numbers = new short[1920];
  private final FlowBuffers buffers = new FlowBuffers();
  private LoadedScene scene;
  private RenderSession session;
  private SampledFrame frame;
  private RenderedFrame rendered;
  private RenderedFrame previous;
  private RenderedFrame next;
  private LabelAssets assets;

  @Setup(Level.Trial)
  public void render() {
    scene =
        LoadedScene.load(
            Path.of("scenes", "annotators.yaml"),
            List.of(
                SceneOverride.set("image.width", "1920"),
                SceneOverride.set("image.height", "1080")),
            List.of());
    frame = scene.sampler().sample(1);
    assets = new LabelAssets(scene.library());
    session = ReferenceSessions.open(scene.library());
    rendered =
        session.submit(List.of(LabelJob.of(frame, scene.description().annotators()))).get(0).join();
    previous =
        session.submit(List.of(RenderJob.at(FrameInstant.PREVIOUS_STEP, frame))).get(0).join();
    next = session.submit(List.of(RenderJob.at(FrameInstant.NEXT_STEP, frame))).get(0).join();
  }

  @TearDown(Level.Trial)
  public void close() {
    rendered.close();
    previous.close();
    next.close();
    session.close();
    scene.close();
  }

  private RenderedView view() {
    return rendered.views().get(0);
  }

  private float all(PixelRows rows) {
    for (int y = 0; y < view().height(); y++) {
      rows.fill(y, row);
    }
    return row[0];
  }

  @Benchmark
  public float distance() {
    return all(new ViewPixels(view(), frame.cameras().get(0)).distance());
  }

  @Benchmark
  public float worldNormals() {
    return all(new ViewPixels(view(), frame.cameras().get(0)).worldNormals());
  }

  @Benchmark
  public float coordinates() {
    return all(
        new ObjectCoordinates(
                frame, frame.cameras().get(0), view(), node -> assets.fact(node).bounds())
            .rows());
  }

  @Benchmark
  public float disparity() {
    ViewPixels pixels = new ViewPixels(view(), frame.cameras().get(0));
    RectifiedPair pair = RectifiedPair.of(frame.cameras().get(0), frame.cameras()).orElseThrow();
    return all(pair.disparity(pixels.depth(), pixels.width()));
  }

  @Benchmark
  public int parts() {
    PartIds parts = new PartIds(frame, view(), assets::parts);
    int sum = 0;
    for (int y = 0; y < view().height(); y++) {
      parts.fill(y, numbers);
      sum += numbers[y];
    }
    return sum;
  }

  @Benchmark
  public float flow() {
    return flow(next, FrameInstant.NEXT_STEP);
  }

  @Benchmark
  public float flowBackward() {
    return flow(previous, FrameInstant.PREVIOUS_STEP);
  }

  /** Flow and then its states, as a frame's files take them. */
  private float flow(RenderedFrame then, FrameInstant instant) {
    OpticalFlow flow =
        new OpticalFlow(
            frame, frame.cameras().get(0), view(), then.views().get(0), instant, buffers);
    float last = all(flow.rows());
    int sum = 0;
    for (int y = 0; y < view().height(); y++) {
      flow.states(y, states);
      sum += states[y];
    }
    return last + sum;
  }
}
