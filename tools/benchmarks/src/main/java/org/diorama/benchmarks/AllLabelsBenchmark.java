package org.diorama.benchmarks;

import java.util.concurrent.TimeUnit;
import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.Labeler;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.core.label.pixel.FlowBuffers;
import org.diorama.core.render.RenderedView;
import org.diorama.dataset.FrameEncoder;
import org.diorama.dataset.InstanceMeanings;
import org.diorama.dataset.LabelledView;
import org.diorama.dataset.MaskedLabels;
import org.diorama.dataset.layout.Kind;
import org.diorama.scenefile.SceneOverride;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that is said of an image of 1920 × 1080 with some 50 annotated instances, by every annotator
 * at once: a stereo pair drives along a crowded street in which people walk. An operation is one
 * image of the pair.
 *
 * <p>It begins with the planes and tables of the renderer, those of the steps before and after
 * included, and ends with all values of annotations, all masks as COCO's text and, row by row, what
 * each label's file holds: the ids and colors of images, the floats of arrays, the points of
 * clouds. Rendering, the colors of the image, compressing and writing of files are not in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 3)
public class AllLabelsBenchmark {
  private static final int IMAGES = 2;

  private static final String CAMERA =
      """
      trajectory: {points: [[-17, -1.5, 1.6], [5, -1.2, 1.6]], speed: 8}
      pitch: -2
      fov: 56
      exposure: 14
      stereo: {baseline: 0.2}
      """;

  /**
   * Whether images of depth, distance and object coordinates are made of their floats, too: 16-bit
   * steps, as PNG files hold them.
   */
  @Param({"false", "true"})
  public boolean quantized;

  private final FlowBuffers flowBuffers = new FlowBuffers();
  private final MaskedLabels masked = new MaskedLabels();
  private ReadRows rows;
  private RenderedScene rendered;

  @Setup(Level.Trial)
  public void render() {
    rendered =
        RenderedScene.of(
            "street.yaml",
            SceneOverride.set("sequence", "{length: 3, fps: 10}"),
            SceneOverride.set("camera", CAMERA),
            SceneOverride.set("labels.annotators", "all"),
            SceneOverride.set("objects.people.count", "64"),
            SceneOverride.set("objects.people.motion", "{velocity: [0, -1.2, 0]}"),
            SceneOverride.set(
                "objects.street_lamps.keypoints", "{foot: [0, 0, 0], top: [0, 0, 1]}"),
            SceneOverride.set("objects.cars_coming.count", "3"),
            SceneOverride.set("objects.cars_coming.motion", "{velocity: [0, -9, 0]}"));
    rows = new ReadRows(quantized, RenderedScene.WIDTH);
    for (ViewAnnotations view : annotations().views()) {
      System.out.printf(
          "%d annotated instances%n",
          view.instances().stream().filter(label -> label.verdict().isAnnotated()).count());
    }
  }

  private FrameAnnotations annotations() {
    return Labeler.label(
        rendered.frame(), rendered.steps().now(), rendered.annotators(), rendered.assets());
  }

  @TearDown(Level.Trial)
  public void close() {
    rendered.close();
  }

  @Benchmark
  @OperationsPerInvocation(IMAGES)
  public long all() {
    FrameAnnotations annotations = annotations();
    long read = 0;
    for (int i = 0; i < IMAGES; i++) {
      RenderedView view = rendered.steps().now().views().get(i);
      ViewAnnotations found = annotations.views().get(i);
      InstanceMeanings meanings =
          new InstanceMeanings(rendered.frame().categories(), found.instances());
      LabelledView labelled =
          new LabelledView(
              rendered.frame(), i, rendered.steps(), meanings, rendered.assets(), flowBuffers);
      for (Kind kind : Kind.of(rendered.annotators())) {
        if (kind != Kind.IMAGE && FrameEncoder.isMade(kind, labelled)) {
          read += rows.read(kind, labelled);
        }
      }
      read += masked.of(view, found, meanings).instances().size();
    }
    return read;
  }
}
