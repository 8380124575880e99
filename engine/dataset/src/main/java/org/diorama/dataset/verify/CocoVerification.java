package org.diorama.dataset.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.foreign.CocoVerifier;
import org.diorama.dataset.verify.foreign.ForeignFile;
import org.diorama.dataset.verify.foreign.SplitLeaks;
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.json.NotFinite;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.CocoSplit;
import org.diorama.dataset.verify.read.FaultyFile;

/**
 * Verifies COCO files that anyone wrote. Reads only; memory is 32 bytes an annotation, 48 an image.
 */
public final class CocoVerification {
  private static final String FILES = "COCO files";
  private static final String NO_LIST = ": no COCO file: it has no list of annotations";

  private CocoVerification() {}

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Listener {
    void images(long done, long total);
  }

  /**
   * Verifies files.
   *
   * @param files of which each is verified for itself, and those of several splits against each
   *     other
   * @param images the folder that file names are relative to; absent: as {@link CocoFolders} says
   * @param workers threads
   * @throws DioramaException BAD_INPUT where a file alone is no COCO file, INPUT_OUTPUT where the
   *     disk fails
   */
  public static Verification run(
      List<Path> files, Optional<Path> images, int workers, Listener listener)
      throws InterruptedException {
    Findings findings = new Findings();
    Examined examined = new Examined();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    List<ForeignFile> open = new ArrayList<>();
    try {
      List<String> names = CocoFolders.names(files);
      for (int i = 0; i < files.size(); i++) {
        open(files.get(i), names.get(i), images, files.size() == 1, findings, examined)
            .ifPresent(open::add);
      }
      long all = open.stream().mapToLong(file -> file.coco().imageCount()).sum();
      AtomicLong done = new AtomicLong();
      SplitLeaks leaks = new SplitLeaks(open);
      for (ForeignFile file : open) {
        new CocoVerifier(file, leaks, findings, examined)
            .verify(pool, 4 * workers, () -> listener.images(done.incrementAndGet(), all));
      }
      leaks.tell(findings, examined);
    } catch (IOException | FaultyFile e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, e.toString(), e);
    } catch (UncheckedIOException e) {
      throw new DioramaException(ExitStatus.INPUT_OUTPUT, e.getCause().toString(), e);
    } finally {
      pool.shutdown();
      close(open);
    }
    return Verification.of(findings, examined);
  }

  /**
   * Opens a file that is to be one of COCO's.
   *
   * @throws DioramaException BAD_INPUT where it is none
   */
  public static CocoFile open(Path file) throws IOException {
    try {
      CocoFile coco = CocoFile.open(file);
      // COCO's image_info_test2017.json lists images alone.
      if (!coco.hasAnnotations() && coco.imageCount() == 0) {
        coco.close();
        throw new DioramaException(ExitStatus.BAD_INPUT, file + NO_LIST);
      }
      return coco;
    } catch (FaultyFile e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, file + ": no COCO file: " + e.getMessage(), e);
    }
  }

  /**
   * Opens one of several files. One that is damaged is a finding; nothing of it counts as examined.
   *
   * @param alone whether nothing else is verified, so that something must be there
   */
  private static Optional<ForeignFile> open(
      Path file,
      String name,
      Optional<Path> images,
      boolean alone,
      Findings findings,
      Examined examined)
      throws IOException {
    CocoFile coco;
    try {
      coco = CocoFile.openLeniently(file, odd -> findings.add(of(odd, name)));
    } catch (FaultyFile e) {
      findings.add(Finding.of(e.fault(), name, e.getMessage()));
      return Optional.empty();
    } catch (NoSuchFileException e) {
      findings.add(Finding.of(Fault.FILE_MISSING, name, "nothing is where it leads"));
      return Optional.empty();
    }
    if (!coco.hasAnnotations() && (alone && coco.imageCount() == 0 || !coco.hasImages())) {
      coco.close();
      if (alone) {
        throw new DioramaException(ExitStatus.BAD_INPUT, file + NO_LIST);
      }
      examined.lacking(FILES, "lists of images and annotations in " + name);
      return Optional.empty();
    }
    if (!coco.hasAnnotations()) {
      // As COCO's image_info_test2017.json, which keeps its labels back.
      examined.lacking(FILES, "a list of annotations in " + name);
    }
    examined.add(FILES, 1);
    return Optional.of(
        new ForeignFile(
            name,
            coco,
            CocoSplit.of(file),
            folders(file, coco, images),
            CocoFolders.ofSegments(file)));
  }

  private static Finding of(NotFinite number, String file) {
    Finding finding =
        Finding.of(
            Fault.NUMBER_NOT_FINITE,
            file,
            number.place() + ": " + number.text() + " is not finite");
    Finding ofImage =
        number.image().isPresent() ? finding.ofImage(number.image().getAsLong()) : finding;
    return number.annotation().isPresent()
        ? ofImage.ofAnnotation(number.annotation().getAsLong())
        : ofImage;
  }

  /** Where the images of an opened file lie. */
  public static CocoFolders folders(Path file, CocoFile open, Optional<Path> given)
      throws IOException {
    try {
      String one = open.imageCount() > 0 ? CocoFolders.fileName(open.image(0)) : "";
      return CocoFolders.ofImages(file, given, one);
    } catch (FaultyFile e) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, file + ": no COCO file: " + e.getMessage(), e);
    }
  }

  private static void close(List<ForeignFile> files) {
    for (ForeignFile file : files) {
      try {
        file.coco().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
