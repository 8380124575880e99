package org.diorama.cli.export;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.ReplayedFrame;
import org.diorama.cli.scene.SceneOptions;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.dataset.files.WholeFile;
import org.diorama.dataset.format.AssetCredit;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.gltf.FrameGlb;
import org.diorama.dataset.json.StrictJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama export}: a frame for other renderers and tools. */
@Command(
    name = "export",
    description = {
      "Writes a frame as glTF 2.0 binary (.glb), without rendering it.",
      "It has meshes at the drawn level of detail, materials, textures, cameras, and sun and lamps"
          + " by KHR_lights_punctual.",
      "The extras of nodes have instance, track and category ids. Those of the root node 'world'"
          + " have the frame's seed, number, factors, sky and assets. Below it all is in meters with"
          + " +Z up; if the first camera is more than 100 m from the world's origin, relative to the"
          + " root's extra 'origin'.",
      "A principal point off the image's center, which glTF can't express, is in the extras cam_K"
          + " and principal_point_offset of the camera."
    },
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENE",
      description = "The scene file; with --replay, where relative models start.")
  private Path sceneFile;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file to write, such as frame.glb.")
  private Path out;

  @Option(names = "--force", description = "Replaces a file that is already there.")
  private boolean force;

  @Mixin private SceneOptions sceneOptions;

  /** One of both. */
  private static final class Which {
    @Option(names = "--frame", paramLabel = "N", description = "Number of the frame.")
    private Long frame;

    @Option(
        names = "--replay",
        paramLabel = "RECORD",
        description = "The frame of a record, such as DIR/records/00000007.json.")
    private Path record;
  }

  /** The last line of stdout. */
  record Summary(String file, long frame, FrameGlb.Content content) {}

  @Override
  public Integer call() {
    if (which.frame != null && which.frame < 0) {
      throw new ParameterException(spec.commandLine(), "--frame: frame numbers start at 0");
    }
    if (Files.exists(out) && !force) {
      throw new DioramaException(
          ExitStatus.CANNOT_CREATE, out + " is there already; --force replaces it");
    }
    return which.record == null ? exportScene() : exportRecord();
  }

  private int exportScene() {
    if (sceneFile == null) {
      throw new ParameterException(spec.commandLine(), "--frame: name the scene");
    }
    try (LoadedScene scene =
        LoadedScene.load(sceneFile, sceneOptions.overrides(), sceneOptions.models())) {
      SampledFrame frame = scene.sampler().sample(which.frame);
      List<String> shown = frame.nodes().stream().map(SampledNode::assetId).distinct().toList();
      return write(
          frame, FrameStructure.of(scene.description()), scene.credits(shown), scene.library());
    }
  }

  private int exportRecord() {
    if (!sceneOptions.overrides().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--replay takes a frame as it was: without --set and --seed");
    }
    try (ReplayedFrame replayed =
        ReplayedFrame.read(which.record, sceneFile, sceneOptions.models())) {
      return write(
          replayed.frame(),
          replayed.dataset().description().structure(),
          replayed.dataset().description().assets(),
          replayed.library());
    }
  }

  private int write(
      SampledFrame frame, FrameStructure structure, List<AssetCredit> credits, AssetStore assets) {
    FrameGlb.Content content =
        WholeFile.write(out, file -> FrameGlb.write(frame, structure, credits, assets, file));
    PrintWriter err = spec.commandLine().getErr();
    err.println("open in    any program that reads glTF 2.0: " + out);
    err.flush();
    Summary summary = new Summary(out.toString(), frame.key().frame(), content);
    spec.commandLine().getOut().println(StrictJson.instance().writeValueAsString(summary));
    return ExitStatus.DONE.code();
  }
}
