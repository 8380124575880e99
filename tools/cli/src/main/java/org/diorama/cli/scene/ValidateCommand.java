package org.diorama.cli.scene;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diorama.core.ExitStatus;
import org.diorama.dataset.json.StrictJson;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.SceneReading;
import org.diorama.scenefile.diagnostic.Findings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama validate}: every problem of some scenes, with its place. */
@Command(
    name = "validate",
    description = "Reports the problems of scenes, each with file, line and column.",
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
  private static final String IN_LIBRARY =
      " in this library, as far as it goes: scenes that include it add what it leaves out";

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "SCENE", description = "Scene files.")
  private List<Path> scenes;

  @Mixin private SceneOptions options;

  /** The last line of stdout. */
  record Summary(int scenes, long problems) {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    long count = 0;
    for (Path scene : scenes) {
      SceneReading reading = SceneReader.read(scene, options.overrides(), options.models());
      Findings findings = LoadedScene.problems(scene, reading, options.models());
      findings.lines().forEach(err::println);
      reading.warningLines().forEach(err::println);
      if (findings.isEmpty()) {
        err.println(scene + ": no problems" + (reading.library() ? IN_LIBRARY : ""));
      }
      if (reading.unread() > 0) {
        err.println(
            scene
                + ": the scene is so large that "
                + reading.unread()
                + " combinations of levels of factors were not read");
      }
      count += findings.count();
    }
    err.flush();
    spec.commandLine()
        .getOut()
        .println(StrictJson.instance().writeValueAsString(new Summary(scenes.size(), count)));
    return (count == 0 ? ExitStatus.DONE : ExitStatus.BAD_INPUT).code();
  }
}
