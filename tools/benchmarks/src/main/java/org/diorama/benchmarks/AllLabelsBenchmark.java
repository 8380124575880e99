package org.diorama.benchmarks;

import java.util.concurrent.TimeUnit;
import org.diorama.core.label.FrameAnnotations;
import org.diorama.core.label.ViewAnnotations;
import org.diorama.dataset.FrameEncoder;
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
  /**
   * Whether images of depth, distance and object coordinates are made of their floats, too: 16-bit
   * steps, as PNG files hold them.
   */
  @Param({"false", "true"})
  public boolean quantized;

  private ReadRows rows;
  private CrowdedPair pair;

  @Setup(Level.Trial)
  public void render() {
    pair = new CrowdedPair();
    rows = new ReadRows(quantized, RenderedScene.WIDTH);
    pair.tell();
  }

  @TearDown(Level.Trial)
  public void close() {
    pair.close();
  }

  @Benchmark
  @OperationsPerInvocation(CrowdedPair.IMAGES)
  public long all() {
    FrameAnnotations annotations = pair.annotations();
    long read = 0;
    for (int i = 0; i < CrowdedPair.IMAGES; i++) {
      ViewAnnotations found = annotations.views().get(i);
      LabelledView labelled = pair.labelled(i, found);
      for (Kind kind : Kind.of(pair.rendered().annotators())) {
        if (kind != Kind.IMAGE && FrameEncoder.isMade(kind, labelled)) {
          read += rows.read(kind, labelled);
        }
      }
      read += pair.masks(i, found);
    }
    return read;
  }
}
