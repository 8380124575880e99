package org.diorama.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.pixel.ObjectCoordinates;
import org.diorama.core.label.pixel.OpticalFlow;
import org.diorama.core.label.pixel.PixelRows;
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
  private LoadedScene scene;
  private RenderSession session;
  private SampledFrame frame;
  private RenderedFrame rendered;
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
    next = session.submit(List.of(RenderJob.at(FrameInstant.NEXT_STEP, frame))).get(0).join();
  }

  @TearDown(Level.Trial)
  public void close() {
    rendered.close();
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

  private OpticalFlow flow() {
    return new OpticalFlow(
        frame, frame.cameras().get(0), view(), next.views().get(0), FrameInstant.NEXT_STEP);
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
  public float flowRows() {
    return all(flow().rows());
  }

  @Benchmark
  public int flowStates() {
    OpticalFlow flow = flow();
    int sum = 0;
    for (int y = 0; y < view().height(); y++) {
      flow.states(y, states);
      sum += states[y];
    }
    return sum;
  }
}
