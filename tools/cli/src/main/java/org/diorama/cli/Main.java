package org.diorama.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.diorama.cli.assets.AssetsCommand;
import org.diorama.cli.bench.BenchCommand;
import org.diorama.cli.dataset.ConvertCommand;
import org.diorama.cli.dataset.FinishCommand;
import org.diorama.cli.dataset.MergeCommand;
import org.diorama.cli.doctor.DoctorCommand;
import org.diorama.cli.export.ExportCommand;
import org.diorama.cli.render.RenderCommand;
import org.diorama.cli.scene.ExplainCommand;
import org.diorama.cli.scene.SchemaCommand;
import org.diorama.cli.scene.ValidateCommand;
import org.diorama.cli.verify.VerifyCommand;
import org.diorama.cli.view.ViewCommand;
import org.diorama.core.DioramaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code diorama}: the root of the commands, nothing else. */
@Command(
    name = "diorama",
    description = "Turns a YAML scene into labelled images for computer vision.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      RenderCommand.class,
      FinishCommand.class,
      ConvertCommand.class,
      MergeCommand.class,
      ValidateCommand.class,
      ExplainCommand.class,
      SchemaCommand.class,
      VerifyCommand.class,
      ViewCommand.class,
      ExportCommand.class,
      AssetsCommand.class,
      BenchCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, arguments));
  }

  /** The commands and how their options are read. */
  static CommandLine commandLine() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Runs one command line and returns the code to exit with; see {@code ExitStatus}. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = commandLine();
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setParameterExceptionHandler(FailureReport::usage);
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> FailureReport.print(failure, command.getErr()));
    try {
      HiddenInputs.refuse(System.getProperties());
      return commandLine.execute(arguments);
    } catch (DioramaException | Error failure) {
      return FailureReport.print(failure, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
