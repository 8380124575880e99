package org.diorama.cli.scene;

import java.util.concurrent.Callable;
import org.diorama.core.ExitStatus;
import org.diorama.scenefile.grammar.SceneReference;
import org.diorama.scenefile.grammar.SceneSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diorama schema}: the scene language for editors. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema 2020-12 of scene files, for completion in editors.",
    mixinStandardHelpOptions = true)
public final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--markdown", description = "Prints the reference of all keys instead.")
  private boolean markdown;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(markdown ? SceneReference.markdown() : SceneSchema.json());
    return ExitStatus.DONE.code();
  }
}
