package org.diorama.cli.view;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.diorama.cli.renderer.RendererOptions;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.SceneOptions;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.render.RenderSession;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama view}: labels made visible, of a dataset or of a scene. */
@Command(
    name = "view",
    description = {
      "Draws labels over images: one frame beside its depth, or a sheet of twelve images.",
      "Of a dataset it reads the files; of a scene it renders drafts and keeps no dataset."
    },
    mixinStandardHelpOptions = true)
public final class ViewCommand implements Callable<Integer> {
  /** Images on a sheet; of a rig as many frames as fit, at least one. */
  private static final int SHEET = 12;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR|SCENE", description = "A dataset's folder or a scene file.")
  private Path target;

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The picture, a PNG (default: beside the dataset, or out/NAME-….png).")
  private Path out;

  @Mixin private SceneOptions sceneOptions;
  @Mixin private RendererOptions rendererOptions;

  /** One of both. */
  private static final class What {
    @Option(
        names = "--frame",
        paramLabel = "N",
        description = "One frame and its depth, by all cameras.")
    private Long frame;

    @Option(names = "--sheet", description = "Twelve images at a glance.")
    private boolean sheet;

    private String suffix() {
      return frame == null ? "-sheet.png" : "-frame-" + frame + ".png";
    }
  }

  /** The last line of stdout. */
  record Summary(String picture, int images) {}

  @Override
  public Integer call() {
    if (what.frame != null && what.frame < 0) {
      throw new DioramaException(ExitStatus.USAGE, "--frame: frame numbers start at 0");
    }
    Lettering.require();
    if (StoredDataset.isAt(target)) {
      StoredDataset dataset = StoredDataset.open(target);
      write(
          stored(dataset),
          dataset.description().cameras().size(),
          target.resolveSibling(target.getFileName() + what.suffix()));
      return ExitStatus.DONE.code();
    }
    if (target.toFile().isDirectory()) {
      throw new DioramaException(ExitStatus.BAD_INPUT, target + " holds no dataset");
    }
    try (LoadedScene scene =
            LoadedScene.load(target, sceneOptions.overrides(), sceneOptions.models());
        RenderSession session = rendererOptions.open(scene.library(), this::tell)) {
      int cameras = scene.description().cameras().size();
      LongStream frames =
          what.frame == null
              ? LongStream.range(0, sheetFrames(cameras))
              : LongStream.of(what.frame);
      write(
          new SceneDrafts(scene, session, this::tell).draw(frames),
          cameras,
          Path.of("out", scene.description().name() + what.suffix()));
    }
    return ExitStatus.DONE.code();
  }

  private List<LabelledImage> stored(StoredDataset dataset) {
    StoredImages images = new StoredImages(dataset);
    if (what.frame != null) {
      return images.of(what.frame);
    }
    FrameSet committed = dataset.committed();
    if (committed.isEmpty()) {
      throw new DioramaException(ExitStatus.BAD_INPUT, target + " holds no frame yet");
    }
    long count = Math.min(sheetFrames(dataset.description().cameras().size()), committed.size());
    return LongStream.range(0, count)
        .map(i -> committed.at(i * committed.size() / count))
        .mapToObj(images::of)
        .flatMap(List::stream)
        .toList();
  }

  private static int sheetFrames(int cameras) {
    return Math.max(1, SHEET / cameras);
  }

  private void write(List<LabelledImage> images, int cameras, Path byDefault) {
    BufferedImage picture = what.frame == null ? Views.sheet(images, cameras) : Views.frame(images);
    Path file = out == null ? byDefault : out;
    PictureFile.write(file, picture);
    tell("look at    " + file);
    spec.commandLine()
        .getOut()
        .println(
            StrictJson.instance().writeValueAsString(new Summary(file.toString(), images.size())));
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
