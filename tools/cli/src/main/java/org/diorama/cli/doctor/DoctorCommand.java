package org.diorama.cli.doctor;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diorama.assets.AssetLocations;
import org.diorama.cli.renderer.RendererChoice;
import org.diorama.core.ExitStatus;
import org.diorama.core.render.RendererFinding;
import org.diorama.core.render.RendererIdentity;
import org.diorama.dataset.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diorama doctor}: what this machine has, what is missing, and how to get it. */
@Command(
    name = "doctor",
    description = "Says what this machine can render with, what is missing and how to get it.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object instead of text.")
  private boolean json;

  @Option(names = "--require-gpu", description = "Exit with 69 unless a GPU can be rendered with.")
  private boolean requireGpu;

  /**
   * The answer.
   *
   * @param renderer what {@code render --renderer auto} takes; absent where there is none
   * @param usable whether what was asked for is there
   */
  record Report(
      boolean usable, Optional<RendererIdentity> renderer, List<RendererFinding> findings) {}

  @Override
  public Integer call() {
    RendererChecks renderers = new RendererChecks(RendererChoice.installedProviders());
    List<RendererFinding> findings = new ArrayList<>();
    findings.addAll(
        new MachineChecks(System.getenv(), Path.of(System.getProperty("java.io.tmpdir"))).run());
    findings.addAll(renderers.findings());
    findings.addAll(AssetChecks.run(AssetLocations.of(System.getenv())));
    boolean usable = requireGpu ? renderers.hasGpu() : renderers.best().isPresent();
    Report report = new Report(usable, renderers.best(), findings);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(StrictJson.instance().writeValueAsString(report));
    } else {
      print(report, out);
    }
    return (usable ? ExitStatus.DONE : ExitStatus.NO_RENDERER).code();
  }

  private void print(Report report, PrintWriter out) {
    for (RendererFinding finding : report.findings()) {
      out.println(
          (finding.ok() ? "ok       " : "MISSING  ") + finding.key() + ": " + finding.value());
      if (!finding.remedy().isEmpty()) {
        out.println("         -> " + finding.remedy());
      }
    }
    out.println(verdict(report));
  }

  private String verdict(Report report) {
    if (report.renderer().isEmpty()) {
      return "No renderer can be used on this machine.";
    }
    RendererIdentity renderer = report.renderer().get();
    String use = "'render' uses " + renderer.name() + " on " + renderer.device();
    if (!report.usable()) {
      return "No GPU can be used on this machine; without --require-gpu " + use + ".";
    }
    return use
        + switch (renderer.deviceClass()) {
          case "gpu" -> ".";
          case "software" -> ": OpenGL in software, as there is no usable GPU.";
          default -> ": the small exact CPU renderer, as there is no usable OpenGL.";
        };
  }
}
