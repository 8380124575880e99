package org.diorama.cli.view;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diorama.cli.frames.FrameSetConverter;
import org.diorama.cli.renderer.RendererOptions;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.SceneOptions;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.render.RenderSession;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.files.WholeFile;
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
      "Draws labels over images, as PNG or as a page for a browser.",
      "--frame shows one frame beside its other pictures, --sheet twelve images, --html a page with"
          + " everything in one file.",
      "A dataset's files are read; a scene is rendered as drafts, and no dataset is kept.",
      "For COCO files from elsewhere, frame numbers are the ids of their images."
    },
    mixinStandardHelpOptions = true)
public final class ViewCommand implements Callable<Integer> {
  /** Images on a sheet or page; of a rig as many frames as fit, at least one. */
  private static final int IMAGES = 12;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|FILE|SCENE",
      description = "A dataset's folder, a COCO file from elsewhere, or a scene file.")
  private Path target;

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(
      names = "--frames",
      paramLabel = "FRAMES",
      converter = FrameSetConverter.class,
      description =
          "Frames of a sheet or page, such as 0-9,20 (default: twelve images of those that the"
              + " filters leave).")
  private FrameSet frames;

  @Option(
      names = "--beside",
      paramLabel = "DIR",
      description =
          "A second dataset, whose images of the same names are shown beside the first's.")
  private Path beside;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description =
          "Folder of a COCO file's images (default: beside it, images or the name of its split).")
  private Path images;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "What is written (default: beside the dataset, or out/NAME-\u2026).")
  private Path out;

  @Mixin private FilterOptions filters;
  @Mixin private SceneOptions sceneOptions;
  @Mixin private RendererOptions rendererOptions;

  /** One of these. */
  private static final class What {
    @Option(
        names = "--frame",
        paramLabel = "N",
        description = "One frame beside its depth and other pictures, from all cameras, as PNG.")
    private Long frame;

    @Option(names = "--sheet", description = "Twelve images at a glance, as PNG.")
    private boolean sheet;

    @Option(
        names = "--html",
        description = "A page with every overlay and picture, and filters, as one HTML file.")
    private boolean html;

    private String suffix() {
      return html ? ".html" : frame == null ? "-sheet.png" : "-frame-" + frame + ".png";
    }
  }

  /** The last line of stdout. */
  record Summary(String picture, int images) {}

  @Override
  public Integer call() {
    if (what.frame != null && what.frame < 0) {
      throw new DioramaException(ExitStatus.USAGE, "--frame: frame numbers start at 0");
    }
    if (!what.html) {
      Lettering.require();
    }
    if (Files.isDirectory(target) || CocoSource.isFile(target)) {
      try (ImageSource dataset = dataset(target)) {
        show(dataset, target.resolveSibling(target.getFileName() + what.suffix()));
      }
      return ExitStatus.DONE.code();
    }
    try (LoadedScene scene =
            LoadedScene.load(target, sceneOptions.overrides(), sceneOptions.models());
        RenderSession session = rendererOptions.open(scene.library(), this::tell)) {
      scene.reading().warningLines().forEach(this::tell);
      show(
          new SceneDrafts(scene, session, this::tell),
          Path.of("out", scene.description().name() + what.suffix()));
    }
    return ExitStatus.DONE.code();
  }

  /** One of ours, or else COCO files that anyone wrote. */
  private ImageSource dataset(Path root) {
    return StoredDataset.isAt(root)
        ? StoredSource.open(root)
        : CocoSource.open(root, Optional.ofNullable(images), this::tell);
  }

  private void show(ImageSource source, Path byDefault) {
    if (beside == null) {
      show(List.of(source), byDefault);
      return;
    }
    try (ImageSource second = dataset(beside)) {
      show(List.of(source, second), byDefault);
    }
  }

  private void show(List<ImageSource> sources, Path byDefault) {
    ImageSource source = sources.get(0);
    Path file = out == null ? byDefault : out;
    filters.requireLevels(source);
    Selection selection =
        new Selection(
            sources,
            filters.labels(
                sources.stream().flatMap(each -> each.categories().stream()).distinct().toList()),
            filters,
            filters.overlays(),
            this::tell);
    FrameSet wanted =
        what.frame != null
            ? FrameSet.of(what.frame, what.frame)
            : frames != null
                ? frames
                : source.some(
                    Math.max(1, IMAGES / source.cameras()),
                    new FrameFilter(filters::accepts, selection.labels()));
    int count =
        what.html
            ? WholeFile.write(file, content -> selection.page(wanted, content))
            : picture(selection.images(wanted), source.cameras() * sources.size(), file);
    tell("look at    " + file);
    spec.commandLine()
        .getOut()
        .println(StrictJson.instance().writeValueAsString(new Summary(file.toString(), count)));
  }

  private int picture(List<Selection.Shown> images, int together, Path file) {
    PictureFile.write(
        file, what.frame != null ? Views.frame(images) : Views.sheet(images, together));
    return Selection.count(images);
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
