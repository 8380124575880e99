package org.diorama.cli.verify;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.progress.ProgressKind;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.Verification;
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
      "Ends with 0 where nothing is wrong, 65 with findings, 74 where the disk fails."
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The dataset.")
  private Path target;

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
    Verification verification = dataset();
    VerifyReport report = new VerifyReport(target, verification);
    report.print(spec.commandLine().getErr());
    spec.commandLine().getOut().println(json ? report.document() : report.summary());
    return (verification.isClean() ? ExitStatus.DONE : ExitStatus.BAD_INPUT).code();
  }

  private Verification dataset() throws InterruptedException {
    long total = DatasetVerification.frames(target);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = progressKind.open("frames", out, err)) {
      progress.update(new Progress.State(0, 0, 0, total));
      return DatasetVerification.run(
          target,
          Runtime.getRuntime().availableProcessors(),
          done -> {
            synchronized (progress) {
              progress.update(new Progress.State(0, done, 0, total));
            }
          });
    }
  }
}
