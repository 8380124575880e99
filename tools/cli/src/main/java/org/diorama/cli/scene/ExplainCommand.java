package org.diorama.cli.scene;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.sample.DecidedFrame;
import org.diorama.dataset.files.WholeFile;
import org.diorama.scenefile.SceneReader;
import org.diorama.scenefile.diagnostic.Findings;
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
      "Prints every value of a scene, and where each was set.",
      "A line has path, value or distribution, unit, how often it is drawn, and file and line,"
          + " separated by tabs; defaults are included.",
      "With --frame these lines are comments, each followed by what the frame draws. After them"
          + " follows the frame as a scene without draws: its frame 0 is the same, with all ids,"
          + " groups and motion. A lamp that several instances carry is there once for each, named"
          + " by the lamp's name, _ and the number of the instance.",
      "With --out that scene is written to a file instead. Write it into the scene's folder, where"
          + " it finds the same models. Of an object with more than some 2000 instances, these are"
          + " in a file beside it, FILE-1.jsonl and so on."
    },
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
  /** Instances of an object that stand in a scene which is too large otherwise. */
  private static final int FEW = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENE", description = "A scene file.")
  private Path scene;

  @Option(
      names = "--frame",
      paramLabel = "N",
      description = "Adds what this frame draws, and the frame as a scene.")
  private Long frame;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the frame as a scene to this file, such as frame.yaml.")
  private Path out;

  @Option(names = "--force", description = "Replaces files that are already there.")
  private boolean force;

  @Mixin private SceneOptions options;

  @Override
  public Integer call() {
    if (frame != null && frame < 0) {
      throw new ParameterException(spec.commandLine(), "--frame: frames count from 0");
    }
    if (frame == null && out != null) {
      throw new ParameterException(spec.commandLine(), "--out: say which frame, --frame N");
    }
    PrintWriter stdout = spec.commandLine().getOut();
    try (LoadedScene loaded = LoadedScene.load(scene, options.overrides(), options.models())) {
      loaded.reading().warningLines().forEach(spec.commandLine().getErr()::println);
      spec.commandLine().getErr().flush();
      Explanation explanation = new Explanation(loaded.reading());
      if (frame == null) {
        explanation.lines().forEach(stdout::println);
        return ExitStatus.DONE.code();
      }
      DecidedFrame decided = loaded.sampler().decided(frame);
      explanation.add(decided.frame().draws());
      if (out != null) {
        write(loaded, decided);
        explanation.lines().forEach(stdout::println);
        return ExitStatus.DONE.code();
      }
      List<String> all = new ArrayList<>();
      explanation.lines().forEach(line -> all.add("# " + line));
      all.addAll(FrozenScene.lines(loaded.description(), decided, loaded.shapesAndFiles()));
      all.forEach(stdout::println);
      if (!FrozenText.isReadable(all)) {
        warn("this is too large to be read as a scene again; --out FILE writes one that is not");
      }
    }
    return ExitStatus.DONE.code();
  }

  private void write(LoadedScene loaded, DecidedFrame decided) {
    FrozenText text = text(loaded, decided, Integer.MAX_VALUE);
    if (!text.isReadable()) {
      text = text(loaded, decided, FEW);
    }
    if (!text.isReadable()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT, "frame " + frame + " has too many objects for one scene file");
    }
    List<Path> files =
        Stream.concat(
                text.instanceFiles().keySet().stream().map(out::resolveSibling), Stream.of(out))
            .toList();
    for (Path file : files) {
      if (Files.exists(file) && !force) {
        throw new DioramaException(
            ExitStatus.CANNOT_CREATE, file + " is there already; --force replaces it");
      }
    }
    // The scene last: where it is there, all is.
    text.instanceFiles().forEach((name, lines) -> write(out.resolveSibling(name), lines));
    write(out, text.lines());
    Findings findings =
        LoadedScene.problems(
            out, SceneReader.read(out, List.of(), options.models()), options.models());
    if (!findings.isEmpty()) {
      warn(out + " can't be read as it is:\n" + findings);
    }
  }

  private FrozenText text(LoadedScene loaded, DecidedFrame decided, int most) {
    String stem = out.getFileName().toString().replaceFirst("[.]ya?ml$", "");
    return FrozenScene.text(loaded.description(), decided, loaded.shapesAndFiles(), stem, most);
  }

  private static void write(Path file, List<String> lines) {
    WholeFile.write(
        file,
        stream -> {
          for (String line : lines) {
            stream.write(line.getBytes(StandardCharsets.UTF_8));
            stream.write('\n');
          }
          return lines.size();
        });
  }

  private void warn(String what) {
    PrintWriter stderr = spec.commandLine().getErr();
    stderr.println("warning: " + what);
    stderr.flush();
  }
}
