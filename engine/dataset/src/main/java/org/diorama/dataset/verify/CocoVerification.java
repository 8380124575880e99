package org.diorama.dataset.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.diorama.dataset.verify.json.CocoFile;
import org.diorama.dataset.verify.json.NotFinite;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.read.FaultyFile;

/** Verifies COCO files that anyone wrote. Reads only; memory is 32 bytes an annotation. */
public final class CocoVerification {
  private CocoVerification() {}

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Listener {
    void images(long done, long total);
  }

  /**
   * Verifies files.
   *
   * @param files of which each is verified for itself
   * @param images the folder that file names are relative to; absent: as {@link CocoFolders} says
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
      List<String> names = CocoFolders.names(files);
      for (int i = 0; i < files.size(); i++) {
        String name = names.get(i);
        open.add(
            open(
                files.get(i),
                path -> CocoFile.openLeniently(path, odd -> findings.add(of(odd, name)))));
        total += open.get(i).imageCount();
      }
      long all = total;
      AtomicLong done = new AtomicLong();
      for (int i = 0; i < files.size(); i++) {
        new CocoVerifier(
                names.get(i),
                open.get(i),
                folders(files.get(i), open.get(i), images),
                CocoFolders.ofSegments(files.get(i)),
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

  /**
   * Opens a file that is to be one of COCO's.
   *
   * @throws DioramaException BAD_INPUT where it is none
   */
  public static CocoFile open(Path file) throws IOException {
    return open(file, CocoFile::open);
  }

  /** A way to open a file. */
  private interface Opening {
    CocoFile open(Path file) throws IOException, FaultyFile;
  }

  private static CocoFile open(Path file, Opening opening) throws IOException {
    try {
      CocoFile coco = opening.open(file);
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
