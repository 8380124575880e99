package org.diorama.cli.scene;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.json.StrictJson;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.diagnostic.Diagnostic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama validate}: every problem of some scenes, with its place. */
@Command(
    name = "validate",
    description = "Reports all problems of scenes, each with file, line and column.",
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
  private static final String IN_LIBRARY =
      " in this library, as far as it goes: scenes that include it add what it leaves out";

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "SCENE", description = "Scene files.")
  private List<Path> scenes;

  @Mixin private SceneOptions options;

  /** The last line of stdout. */
  record Summary(int scenes, int problems) {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    int count = 0;
    for (Path scene : scenes) {
      SceneReading reading = SceneReader.read(scene, options.overrides());
      List<Diagnostic> problems = LoadedScene.problems(scene, reading);
      problems.forEach(err::println);
      if (problems.isEmpty()) {
        err.println(scene + ": no problems" + (reading.library() ? IN_LIBRARY : ""));
      }
      count += problems.size();
    }
    err.flush();
    spec.commandLine()
        .getOut()
        .println(StrictJson.instance().writeValueAsString(new Summary(scenes.size(), count)));
    return (count == 0 ? ExitStatus.DONE : ExitStatus.BAD_INPUT).code();
  }
}
