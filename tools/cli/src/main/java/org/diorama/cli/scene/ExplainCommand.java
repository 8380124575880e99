package org.diorama.cli.scene;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.DecidedFrame;
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
      "With --frame this stands in comments, with each drawn value below its parameter, and a scene"
          + " without draws follows whose frame 0 is the same one, with all ids, groups and motion:"
          + " what is printed is a scene file. A lamp that several instances carry is"
          + " there once for each, as its name, _ and the number of the instance."
    },
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENE", description = "A scene file.")
  private Path scene;

  @Option(
      names = "--frame",
      paramLabel = "N",
      description = "Adds what this frame draws, and the frame as a scene.")
  private Long frame;

  @Mixin private SceneOptions options;

  @Override
  public Integer call() {
    if (frame != null && frame < 0) {
      throw new ParameterException(spec.commandLine(), "--frame: frames count from 0");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (LoadedScene loaded = LoadedScene.load(scene, options.overrides(), options.models())) {
      Explanation explanation = new Explanation(loaded.reading());
      if (frame == null) {
        explanation.lines().forEach(out::println);
      } else {
        DecidedFrame decided = loaded.sampler().decided(frame);
        explanation.add(decided.frame().draws());
        explanation.lines().forEach(line -> out.println("# " + line));
        FrozenScene.lines(loaded.description(), decided, loaded.shapesAndFiles())
            .forEach(out::println);
      }
    }
    return ExitStatus.DONE.code();
  }
}
