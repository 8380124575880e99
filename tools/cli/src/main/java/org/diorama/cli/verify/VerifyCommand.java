package org.diorama.cli.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.progress.ProgressKind;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama verify}: the proof of a dataset. */
@Command(
    name = "verify",
    description = {
      "Reads a finished dataset again from disk and holds everything against everything else:",
      "files, images, masks, boxes, depths, ids, cameras, sequences, splits.",
      "Of a COCO file that anyone wrote it says what is wrong and what a trainer makes of it.",
      "Ends with 0 where nothing is wrong, 65 with findings, 74 where the disk fails."
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|FILE",
      description = "A dataset, any folder with COCO files, or one such file.")
  private Path target;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "Where the images of a COCO file lie (default: the folder 'images' beside it).")
  private Path images;

  @Option(
      names = "--json",
      description = "One JSON document with every finding on stdout instead of a summary.")
  private boolean json;

  @Option(
      names = "--progress",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "auto, bar, log, json, openjd or none (default: ${DEFAULT-VALUE}).")
  private ProgressKind progressKind;

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.exists(target)) {
      throw new DioramaException(ExitStatus.BAD_INPUT, target + ": there is no such dataset");
    }
    Verification verification = DatasetVerification.isAt(target) ? dataset() : coco();
    VerifyReport report = new VerifyReport(target, verification);
    report.print(spec.commandLine().getErr());
    spec.commandLine().getOut().println(json ? report.document() : report.summary());
    return (verification.isClean() ? ExitStatus.DONE : ExitStatus.BAD_INPUT).code();
  }

  private Verification coco() throws InterruptedException {
    List<Path> files =
        Files.isDirectory(target) ? CocoVerification.filesOf(target) : List.of(target);
    if (files.isEmpty()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, target + " holds neither a dataset nor a COCO file");
    }
    try (Progress progress = open("images")) {
      return CocoVerification.run(
          files,
          Optional.ofNullable(images),
          Runtime.getRuntime().availableProcessors(),
          (done, total) -> update(progress, done, total));
    }
  }

  private Progress open(String things) {
    CommandLine line = spec.commandLine();
    return progressKind.open(things, line.getOut(), line.getErr());
  }

  private static void update(Progress progress, long done, long total) {
    synchronized (progress) {
      progress.update(new Progress.State(0, done, 0, total));
    }
  }

  private Verification dataset() throws InterruptedException {
    long total = DatasetVerification.frames(target);
    try (Progress progress = open("frames")) {
      return DatasetVerification.run(
          target,
          Runtime.getRuntime().availableProcessors(),
          done -> update(progress, done, total));
    }
  }
}
