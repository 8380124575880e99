package org.diorama.cli.dataset;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.foreign.MergeReport;
import org.diorama.dataset.foreign.Merging;
import org.diorama.dataset.foreign.Placing;
import org.diorama.dataset.json.StrictJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama merge}: joins datasets. */
@Command(
    name = "merge",
    description = {
      "Joins datasets by the names of their categories: Diorama's own, and any COCO dataset.",
      "Reports what differs between them. Files are hard links, unless --copy or --move is given.",
      "Images and annotations are numbered anew from 1, in the order of the datasets.",
      "Diorama's own are kept whole in sources/, with records; verify compares with them."
    },
    mixinStandardHelpOptions = true)
public final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders with annotations/instances*.json.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the merged dataset; it appears when all is done.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      split = ",",
      description = {
        "coco-polygon, coco-rle, yolo, or several with commas, beside coco, which is always there.",
        "Default: every format that one of the datasets has."
      })
  private List<String> formats = List.of();

  @ArgGroup private Other other;

  /** What may be chosen instead of links. */
  private static final class Other {
    @Option(names = "--copy", description = "Copies files.")
    private boolean copy;

    @Option(
        names = "--move",
        description = "Takes files away from the old datasets when the merged one is in place.")
    private boolean move;
  }

  @Override
  public Integer call() {
    Placing placing = other == null ? Placing.LINK : other.move ? Placing.MOVE : Placing.COPY;
    MergeReport report = Merging.run(folders, FormatNames.known("--format", formats), out, placing);
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "%s: %d images, %s of %d datasets as %s"
            .formatted(
                out,
                report.images(),
                KindCounts.text(report.annotations()),
                report.sources().size(),
                String.join(", ", report.formats())));
    report.conflicts().forEach(line -> err.println("differs    " + line));
    report.lost().forEach(line -> err.println("lost       " + line));
    err.flush();
    spec.commandLine().getOut().println(StrictJson.instance().writeValueAsString(report));
    return ExitStatus.DONE.code();
  }
}
