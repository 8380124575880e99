package org.diorama.benchmarks;

import java.util.concurrent.TimeUnit;
import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.dataset.LabelledView;
import org.diorama.dataset.layout.Kind;
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
 * What one label takes of an image of {@link AllLabelsBenchmark}. Runs of ids, which several need
 * and which are found once an image, are in each of them, so together they are more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class LabelKindBenchmark {
  private static final String VALUES = "values";
  private static final String MASKS = "masks";

  /**
   * All values of annotations, all masks as COCO's text, or names of files, joined by {@code +}.
   */
  @Param({
    VALUES,
    MASKS,
    "INSTANCE",
    "SEMANTIC",
    "PANOPTIC",
    "DEPTH_FLOAT",
    "DISTANCE_FLOAT",
    "DISPARITY",
    "NORMALS",
    "NORMALS_WORLD",
    "ALBEDO",
    "NOCS",
    "PARTS",
    "FLOW+FLOW_STATE",
    "FLOW_BACKWARD+FLOW_BACKWARD_STATE",
    "POINTS_PLY"
  })
  public String label;

  private final ReadRows rows = new ReadRows(false, RenderedScene.WIDTH);
  private CrowdedPair pair;
  private FrameAnnotations annotations;

  @Setup(Level.Trial)
  public void render() {
    pair = new CrowdedPair();
    annotations = pair.annotations();
  }

  @TearDown(Level.Trial)
  public void close() {
    pair.close();
  }

  @Benchmark
  @OperationsPerInvocation(CrowdedPair.IMAGES)
  public long one() {
    if (label.equals(VALUES)) {
      return pair.annotations().views().size();
    }
    long read = 0;
    for (int i = 0; i < CrowdedPair.IMAGES; i++) {
      ViewAnnotations found = annotations.views().get(i);
      read += label.equals(MASKS) ? pair.masks(i, found) : read(pair.labelled(i, found));
    }
    return read;
  }

  private long read(LabelledView labelled) {
    long read = 0;
    for (String kind : label.split("\\+")) {
      read += rows.read(Kind.valueOf(kind), labelled);
    }
    return read;
  }
}
