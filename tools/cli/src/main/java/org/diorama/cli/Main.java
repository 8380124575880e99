package org.diorama.cli;

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
    subcommands = {})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs one command line and returns the code to exit with; see {@code ExitStatus}. */
  static int execute(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setParameterExceptionHandler(FailureReport::usage);
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> FailureReport.print(failure, command.getErr()));
    try {
      return commandLine.execute(arguments);
    } catch (Error failure) {
      return FailureReport.print(failure, commandLine.getErr());
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
