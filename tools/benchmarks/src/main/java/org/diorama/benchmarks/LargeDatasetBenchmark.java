package org.diorama.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.diorama.dataset.foreign.Conversion;
import org.diorama.dataset.foreign.Placing;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.Verification;
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
 * A COCO dataset of a million annotations, by default, is written anew and verified with 512 MiB of
 * heap, once and from a cold start, as a command does it. It fails where that is not enough.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LargeDatasetBenchmark {
  /** Of a hundred annotations each. */
  @Param("10000")
  public int images;

  private DiscDataset dataset;

  /** What it becomes. */
  @State(Scope.Benchmark)
  public static class Form {
    @Param({"coco", "coco-polygon", "coco-rle", "yolo"})
    public String format;
  }

  @Setup(Level.Trial)
  public void write() throws IOException {
    dataset = DiscDataset.write(images);
    System.out.printf("%d bytes of annotations%n", Files.size(dataset.instances()));
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    dataset.close();
  }

  /** Reads the file and writes it in a form; images are hard links. */
  @Benchmark
  public Conversion.Report convert(Form form) {
    Path out = dataset.folder().resolve(form.format);
    return Conversion.run(dataset.root(), form.format, out, Placing.LINK);
  }

  /** Every check of other makers' files, average precision against themselves included. */
  @Benchmark
  public Verification verify() throws InterruptedException {
    Verification verification =
        CocoVerification.run(
            List.of(dataset.instances()),
            Optional.of(dataset.root().resolve("images")),
            Runtime.getRuntime().availableProcessors(),
            (done, total) -> {});
    if (!verification.isClean()) {
      throw new IllegalStateException("the dataset is sound, and findings are told");
    }
    return verification;
  }
}
