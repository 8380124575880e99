package org.diorama.benchmarks;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.InstanceAnnotation;
import org.diorama.core.label.LabelAssets;
import org.diorama.core.label.LabelJob;
import org.diorama.core.label.Labeler;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.scene.Annotator;
import org.diorama.core.scene.Annotators;
import org.diorama.core.scene.FloatFiles;
import org.diorama.dataset.coco.InstanceRuns;
import org.diorama.dataset.coco.SilhouetteRuns;
import org.diorama.scenefile.SceneOverride;
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

/**
 * What is said of a rendered image's instances, files aside: a crowded street at 1920 × 1080 whose
 * annotated instances are counted before the first round.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class LabelBenchmark {
  /** Names of annotators, separated by {@code +}; none for boxes and areas as every frame has. */
  @Param({
    "none",
    "bbox_amodal+amodal_mask+occlusion",
    "pieces+extent",
    "bbox_full+bbox_loose+bbox_3d+pose",
    "keypoints",
    "bbox_amodal+bbox_full+bbox_loose+bbox_3d+pose+amodal_mask+occlusion+pieces+extent+keypoints"
  })
  public String annotators;

  private final InstanceRuns runs = new InstanceRuns();
  private Annotators wanted;
  private LoadedScene scene;
  private RenderSession session;
  private SampledFrame frame;
  private RenderedFrame rendered;
  private LabelAssets assets;

  @Setup(Level.Trial)
  public void render() {
    wanted = wanted(annotators);
    scene =
        LoadedScene.load(
            Path.of("scenes", "street.yaml"),
            List.of(
                SceneOverride.set("image.width", "1920"),
                SceneOverride.set("image.height", "1080"),
                SceneOverride.set("objects.people.count", "64"),
                SceneOverride.set("objects.cars_coming.count", "3")),
            List.of());
    frame = scene.sampler().sample(0);
    assets = new LabelAssets(scene.library());
    session = ReferenceSessions.open(scene.library());
    rendered = session.submit(List.of(LabelJob.of(frame, wanted))).get(0).join();
    long annotated =
        values().views().get(0).instances().stream()
            .filter(label -> label.verdict().isAnnotated())
            .count();
    System.out.println(annotated + " annotated instances");
  }

  private static Annotators wanted(String names) {
    List<Annotator> chosen = new ArrayList<>();
    for (Annotator annotator : Annotator.values()) {
      if (List.of(names.split("\\+")).contains(annotator.text())) {
        chosen.add(annotator);
      }
    }
    return new Annotators(chosen, FloatFiles.NPY);
  }

  @TearDown(Level.Trial)
  public void close() {
    rendered.close();
    session.close();
    scene.close();
  }

  /** Verdicts and values of annotators. */
  @Benchmark
  public FrameAnnotations values() {
    return Labeler.label(frame, rendered, wanted, assets);
  }

  /** The same, and all masks as COCO's compressed run lengths. */
  @Benchmark
  public List<String> valuesAndMasks() {
    RenderedView view = rendered.views().get(0);
    List<String> masks = new ArrayList<>();
    runs.scan(
        view.plane(Channel.INSTANCE).duplicate().order(ByteOrder.nativeOrder()).asShortBuffer(),
        view.width(),
        view.height());
    for (InstanceAnnotation label : values().views().get(0).instances()) {
      if (label.verdict().isAnnotated()) {
        masks.add(runs.runs(label.instanceId()).text());
        label
            .measures()
            .silhouette()
            .map(bits -> SilhouetteRuns.of(bits, view.width(), view.height()).text())
            .ifPresent(masks::add);
      }
    }
    return masks;
  }
}
