package org.diorama.cli.assets;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.diorama.assets.AssetLibrary;
import org.diorama.assets.BakeReport;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.progress.ProgressKind;
import org.diorama.cli.scene.MachineAssets;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diorama assets bake}: imports every model of the installed packs ahead of time. */
@Command(
    name = "bake",
    description = "Imports all models of the installed packs into the cache, ahead of time.",
    mixinStandardHelpOptions = true)
final class BakeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--progress",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "auto, bar, log, json, openjd or none (default: ${DEFAULT-VALUE}).")
  private ProgressKind progressKind;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    BakeReport report;
    try (AssetLibrary library = MachineAssets.library();
        Progress progress = progressKind.open("models", out, err)) {
      long total = library.rows().size();
      AtomicLong done = new AtomicLong();
      report =
          library.bakeAll(
              id -> progress.update(new Progress.State(0, done.incrementAndGet(), 0, total)));
    }
    report.warnings().forEach(line -> err.println("warning: " + line));
    report.failures().forEach(err::println);
    out.println(StrictJson.instance().writeValueAsString(report));
    return (report.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.BAD_INPUT).code();
  }
}
