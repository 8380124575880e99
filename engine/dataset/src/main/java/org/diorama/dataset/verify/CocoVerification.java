package org.diorama.dataset.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.foreign.CocoVerifier;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.read.FaultyFile;

/** Verifies COCO files that anyone wrote. Reads only; memory is 32 bytes an annotation. */
public final class CocoVerification {
  private static final String JSON = ".json";

  private CocoVerification() {}

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Listener {
    void images(long done, long total);
  }

  /**
   * The COCO files in a folder: those in {@code annotations/}, or in the folder itself where there
   * is no such one.
   */
  public static List<Path> filesOf(Path folder) {
    Path annotations = folder.resolve("annotations");
    try (Stream<Path> files = Files.list(Files.isDirectory(annotations) ? annotations : folder)) {
      return files.filter(file -> file.toString().endsWith(JSON)).sorted().toList();
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, folder + ": " + e, e);
    }
  }

  /**
   * Verifies files.
   *
   * @param files of which each is verified for itself
   * @param images the folder that file names are relative to; absent: {@code images} beside the
   *     file or its folder, where there is one
   * @param workers threads
   * @throws DioramaException BAD_INPUT where a file is no COCO file, INPUT_OUTPUT where the disk
   *     fails
   */
  public static Verification run(
      List<Path> files, Optional<Path> images, int workers, Listener listener)
      throws InterruptedException {
    Findings findings = new Findings();
    Examined examined = new Examined();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    List<CocoFile> open = new ArrayList<>();
    try {
      long total = 0;
      for (Path file : files) {
        open.add(open(file));
        total += open.get(open.size() - 1).imageCount();
      }
      long all = total;
      AtomicLong done = new AtomicLong();
      for (int i = 0; i < files.size(); i++) {
        Path file = files.get(i);
        new CocoVerifier(
                file.getFileName().toString(),
                open.get(i),
                images.or(() -> beside(file, "images")),
                beside(file, file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .or(() -> beside(file, "panoptic")),
                findings,
                examined)
            .verify(pool, 4 * workers, () -> listener.images(done.incrementAndGet(), all));
      }
    } catch (IOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, e.toString(), e);
    } catch (UncheckedIOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, e.getCause().toString(), e);
    } finally {
      pool.shutdown();
      close(open);
    }
    return Verification.of(findings, examined);
  }

  private static CocoFile open(Path file) throws IOException {
    try {
      CocoFile coco = CocoFile.open(file);
      if (!coco.hasAnnotations()) {
        coco.close();
        throw new DioramaException(
            ExitStatus.BAD_INPUT, file + ": no COCO file: it has no list of annotations");
      }
      return coco;
    } catch (FaultyFile e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, file + ": no COCO file: " + e.getMessage(), e);
    }
  }

  /** A folder beside a file, or beside the file's folder. */
  private static Optional<Path> beside(Path file, String name) {
    Path folder = file.toAbsolutePath().getParent();
    return Stream.of(folder.resolve(name), folder.resolveSibling(name))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static void close(List<CocoFile> files) {
    for (CocoFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
