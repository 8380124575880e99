package org.diorama.cli.assets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code diorama assets}: the catalog of models on this machine. */
@Command(
    name = "assets",
    description = "Lists, shows, installs and imports models.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      InstallCommand.class,
      ImportCommand.class,
      BakeCommand.class
    })
public final class AssetsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name one of list, show, install, import, bake");
  }
}
