package org.diorama.cli.dataset;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.DatasetFinish;
import org.diorama.dataset.FinishReport;
import org.diorama.dataset.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama finish}: writes a dataset's own files when all shards are done. */
@Command(
    name = "finish",
    description = {
      "Completes a dataset that was rendered in shards.",
      "Writes annotations, manifest and _SUCCESS, if they are not there yet; renders nothing.",
      "Ends with 65 and names the frames that are missing, if any are."
    },
    mixinStandardHelpOptions = true)
public final class FinishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The dataset.")
  private Path folder;

  @Override
  public Integer call() {
    FinishReport report = DatasetFinish.run(folder);
    new DatasetNews(folder, report).print(spec.commandLine().getErr());
    spec.commandLine().getOut().println(StrictJson.instance().writeValueAsString(report));
    return ExitStatus.DONE.code();
  }
}
