package org.diorama.cli.dataset;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.DatasetFinish;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.foreign.Conversion;
import org.diorama.dataset.foreign.Placing;
import org.diorama.dataset.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama convert}: labels in another format. */
@Command(
    name = "convert",
    description = {
      "Writes a dataset's labels in another format.",
      "Adds it to a dataset of Diorama's, without rendering; with --out writes a new dataset.",
      "Any other dataset, COCO (instances, stuff, keypoints, panoptic) or YOLO, needs --out."
    },
    mixinStandardHelpOptions = true)
public final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The dataset: a folder with COCO files in annotations/, or data.yaml.")
  private Path folder;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      required = true,
      description = "coco, coco-polygon, coco-rle or yolo.")
  private String format;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the new dataset.")
  private Path out;

  @Option(names = "--copy", description = "Copies images instead of linking them.")
  private boolean copy;

  @Override
  public Integer call() {
    SortedSet<String> formats = FormatNames.known("--to", List.of(format));
    if (!Files.isDirectory(folder)) {
      throw new DioramaException(ExitStatus.BAD_INPUT, folder + " is no folder");
    }
    if (out == null && !StoredDataset.isAt(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "--out is missing: only Diorama's own datasets take another format in place");
    }
    if (out == null && copy) {
      throw new ParameterException(
          spec.commandLine(), "--copy goes with --out: in place nothing is copied");
    }
    PrintWriter err = spec.commandLine().getErr();
    Object report;
    if (out == null) {
      var finished = DatasetFinish.add(folder, formats);
      new DatasetNews(folder, finished).print(err);
      report = finished;
    } else {
      Conversion.Report converted =
          Conversion.run(folder, format, out, copy ? Placing.COPY : Placing.LINK);
      err.println(
          "%s: %d images, %s as %s"
              .formatted(
                  out, converted.images(), KindCounts.text(converted.annotations()), format));
      converted.lost().forEach(line -> err.println("lost       " + line));
      err.flush();
      report = converted;
    }
    spec.commandLine().getOut().println(StrictJson.instance().writeValueAsString(report));
    return ExitStatus.DONE.code();
  }
}
