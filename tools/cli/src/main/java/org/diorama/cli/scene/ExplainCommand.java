package org.diorama.cli.scene;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.FrameSampler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama explain}: what a scene means once it is read, and what a frame drew. */
@Command(
    name = "explain",
    description = {
      "Prints every value of a scene, defaults included: its path, value or distribution, unit,"
          + " how often it is drawn, and where it was set, separated by tabs.",
      "With --frame each drawn value follows, below its parameter."
    },
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENE", description = "A scene file.")
  private Path scene;

  @Option(names = "--frame", paramLabel = "N", description = "Adds what this frame draws.")
  private Long frame;

  @Mixin private SceneOptions options;

  @Override
  public Integer call() {
    if (frame != null && frame < 0) {
      throw new ParameterException(spec.commandLine(), "--frame: frames count from 0");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (LoadedScene loaded = LoadedScene.load(scene, options.overrides())) {
      Explanation explanation = new Explanation(loaded.reading());
      if (frame != null) {
        FrameSampler sampler = new FrameSampler(loaded.variants(), loaded.library());
        explanation.add(sampler.sample(frame).draws());
      }
      explanation.lines().forEach(out::println);
    }
    return ExitStatus.DONE.code();
  }
}
