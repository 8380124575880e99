package org.diorama.cli.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.diorama.assets.AssetLibrary;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.progress.ProgressKind;
import org.diorama.cli.renderer.RendererOptions;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.MachineAssets;
import org.diorama.cli.scene.StoredScene;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.files.ModelFolders;
import org.diorama.core.render.RenderSession;
import org.diorama.dataset.StoredDataset;
import org.diorama.dataset.foreign.YoloFolders;
import org.diorama.dataset.layout.FrameSet;
import org.diorama.dataset.verify.CocoVerification;
import org.diorama.dataset.verify.DatasetVerification;
import org.diorama.dataset.verify.MergedVerification;
import org.diorama.dataset.verify.Verification;
import org.diorama.dataset.verify.finding.Examined;
import org.diorama.dataset.verify.finding.Fault;
import org.diorama.dataset.verify.finding.Finding;
import org.diorama.dataset.verify.finding.Findings;
import org.diorama.dataset.verify.finding.Maker;
import org.diorama.dataset.verify.read.CocoFolders;
import org.diorama.dataset.verify.replay.ReplayComparison;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama verify}: the proof of a dataset. */
@Command(
    name = "verify",
    description = {
      "Reads a finished dataset again from disk and checks it; changes nothing without --repair.",
      "Files, images, masks, boxes, depths, ids, cameras, sequences and splits must agree.",
      "A merged dataset is compared with its sources, and each of these is verified.",
      "For a COCO file from elsewhere it says what is wrong and what a trainer would make of it;",
      "for a folder of such files also which images two splits have in common.",
      "Ends with 0 if nothing is wrong, 65 with findings, 74 if the disk fails."
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|FILE",
      description = "A dataset, any folder with COCO files, or one such file.")
  private Path target;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description =
          "Where the images of a COCO file lie (default: images, or the part's name, beside it).")
  private Path images;

  @Option(
      names = "--replay",
      paramLabel = "N",
      defaultValue = "4",
      converter = ReplayAmountConverter.class,
      description = {
        "Frames of a dataset that are rendered again from their records, and compared: a number,",
        "none or all (default: ${DEFAULT-VALUE}). Unless it is none, all records are sampled again."
      })
  private ReplayAmount replay;

  @Option(
      names = "--repair",
      description = {
        "Renders the frames with findings again, writes annotations and manifest, verifies again.",
        "Files that are not part of the dataset are left alone."
      })
  private boolean repair;

  @Option(
      names = "--scene",
      paramLabel = "SCENE",
      description =
          "The scene file, if the scene has models of its own beside it; for replay and repair.")
  private Path scene;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "A folder outside the scene's own whose model files may be read; repeatable.")
  private List<Path> models = new ArrayList<>();

  @Mixin private RendererOptions rendererOptions;

  @Option(
      names = "--json",
      description = {
        "One JSON document on stdout instead of a summary: every fault with its count, how many were",
        "found in all, and of each fault the first 100 findings."
      })
  private boolean json;

  @Option(
      names = "--progress",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "auto, bar, log, json, openjd or none (default: ${DEFAULT-VALUE}).")
  private ProgressKind progressKind;

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.exists(target)) {
      throw new DioramaException(ExitStatus.BAD_INPUT, target + ": there is no such dataset");
    }
    rendererOptions.requireKnown(this::tell);
    requireSense();
    if (repair && StoredDataset.isAt(target) && !DatasetVerification.hasManifest(target)) {
      tell(target + ": its manifest is damaged or not there; it is written again");
      repair(FrameSet.EMPTY, block -> false);
    }
    Verification verification =
        isReadable(target)
            ? dataset(target)
            : MergedVerification.isAt(target) ? merged(target) : withoutManifest(target);
    if (repair && !verification.isClean()) {
      verification = repaired(verification);
    }
    VerifyReport report = new VerifyReport(target, verification, maker());
    report.print(spec.commandLine().getErr());
    spec.commandLine().getOut().println(json ? report.document() : report.summary());
    return (verification.isClean() ? ExitStatus.DONE : ExitStatus.BAD_INPUT).code();
  }

  /** A damaged manifest of what else is a dataset is a finding, and what lies beside it is read. */
  private static boolean isReadable(Path root) {
    return DatasetVerification.isAt(root)
        && (!StoredDataset.isAt(root) || DatasetVerification.hasManifest(root));
  }

  /** Options that would do nothing here are refused, rather than passed over in silence. */
  private void requireSense() {
    boolean own = DatasetVerification.isAt(target) || StoredDataset.isAt(target);
    if (images != null && (own || MergedVerification.isAt(target))) {
      throw new DioramaException(
          ExitStatus.USAGE, "--images: " + target + " says itself where its images are");
    }
    boolean frames = own || MergedVerification.isAt(target);
    if (!frames && (scene != null || !models.isEmpty())) {
      throw new DioramaException(
          ExitStatus.USAGE,
          (scene == null ? "--models: " : "--scene: ") + target + " has no frames to render");
    }
    if (!own && repair) {
      throw new DioramaException(
          ExitStatus.USAGE, "--repair: only datasets with a dataset.json can be made again");
    }
  }

  private Maker maker() {
    if (MergedVerification.isAt(target) && !DatasetVerification.isAt(target)) {
      return Maker.MERGE;
    }
    boolean own = StoredDataset.isAt(target) || DatasetVerification.isAt(target);
    return own ? Maker.RENDER : Maker.OTHERS;
  }

  /** What it says as a whole, then each source that it keeps. */
  private Verification merged(Path root) throws InterruptedException {
    Verification all = coco(root).and("", MergedVerification.run(root));
    for (String folder : MergedVerification.sources(root)) {
      Path source = root.resolve(folder);
      all = all.and(folder, MergedVerification.isAt(source) ? merged(source) : dataset(source));
    }
    return all;
  }

  /** COCO files; of a dataset whose manifest is lost, that, too. */
  private Verification withoutManifest(Path root) throws InterruptedException {
    if (!StoredDataset.isAt(root)) {
      return coco(root);
    }
    Findings findings = new Findings();
    DatasetVerification.manifestFault(root).ifPresent(findings::add);
    Verification verification = Verification.of(findings, new Examined());
    // Blocks have their annotations in folders of their own.
    return CocoFolders.filesOf(root).isEmpty() ? verification : coco(root).and("", verification);
  }

  private Verification coco(Path root) throws InterruptedException {
    List<Path> files = Files.isDirectory(root) ? CocoFolders.filesOf(root) : List.of(root);
    if (files.isEmpty()) {
      throw new DioramaException(
          ExitStatus.BAD_INPUT,
          root + " holds neither a dataset nor a COCO file" + YoloFolders.advice(root));
    }
    try (Progress progress = open("images")) {
      return CocoVerification.run(
          files,
          Optional.ofNullable(images),
          Runtime.getRuntime().availableProcessors(),
          (done, total) -> update(progress, done, total));
    }
  }

  private Progress open(String things) {
    CommandLine line = spec.commandLine();
    return progressKind.open(things, line.getOut(), line.getErr());
  }

  private static void update(Progress progress, long done, long total) {
    synchronized (progress) {
      progress.update(new Progress.State(0, done, 0, total));
    }
  }

  private Verification dataset(Path root) throws InterruptedException {
    int workers = Runtime.getRuntime().availableProcessors();
    long total = DatasetVerification.frames(root);
    Progress progress = open("frames");
    try {
      return DatasetVerification.run(
          root,
          workers,
          done -> update(progress, done, total),
          (findings, examined) -> {
            progress.close();
            again(root, findings, examined);
          });
    } finally {
      progress.close();
    }
  }

  /** What takes a scene or a renderer. */
  private void again(Path root, Findings findings, Examined examined) throws InterruptedException {
    if (replay.isNone()) {
      examined.lacking(ReplayComparison.NAME, "--replay");
      return;
    }
    StoredDataset dataset;
    FrameSet committed;
    try {
      dataset = StoredDataset.open(root);
      committed = dataset.committed();
    } catch (DioramaException e) {
      // What is wrong with its files is found by now.
      examined.lacking(ReplayComparison.NAME, "what the dataset says of itself: " + e.getMessage());
      return;
    }
    SceneCheck sampled =
        new SceneCheck(
            dataset, committed, () -> scene(dataset), Runtime.getRuntime().availableProcessors());
    sampled.check(findings, examined);
    ModelFolders folders =
        ModelFolders.of(
            scene == null ? dataset.sceneFolder() : scene.toAbsolutePath().getParent(), models);
    try (AssetLibrary library = MachineAssets.library(folders);
        Progress progress = open("frames rendered again")) {
      FrameSet doubtful = sampled.contradicting();
      ReplayCheck rendered =
          new ReplayCheck(
              dataset,
              replay.of(committed).plus(replay.of(doubtful)),
              library,
              scene != null,
              assets -> renderer(dataset, assets),
              progress);
      rendered.check(findings, examined);
      judge(dataset, doubtful.and(rendered.proven()), findings);
    }
  }

  /**
   * Where scene and record differ, the files of the frame decide: where the record makes them to
   * the byte, it is the scene that was changed.
   */
  private static void judge(StoredDataset dataset, FrameSet proven, Findings findings) {
    if (!proven.isEmpty()) {
      findings.add(
          Finding.of(
              Fault.SCENE_CHANGED,
              "scene/" + dataset.source().file(),
              "the files of frames "
                  + proven
                  + " are those of their records, to the byte; the scene samples others"));
    }
  }

  private Verification repaired(Verification verification) throws InterruptedException {
    new VerifyReport(target, verification, maker()).print(spec.commandLine().getErr());
    for (Finding finding : verification.findings()) {
      String objection = objection(finding.fault());
      if (!objection.isEmpty()) {
        tell("nothing is repaired: " + objection + " (" + finding.line() + ")");
        return verification;
      }
    }
    long[] blocks = verification.blocks();
    repair(
        FrameSet.of(LongStream.of(verification.frames())),
        block -> Arrays.binarySearch(blocks, block) >= 0);
    return dataset(target);
  }

  /** Why nothing is repaired where this is found; empty where it is. */
  private static String objection(Fault fault) {
    return switch (fault) {
      // Frames are rendered again from the scene, and the manifest signs it.
      case SCENE_CHANGED, CONFIGURATION_CHANGED -> "what made the frames is not sure any more";
      // What is in a folder is not ours to remove, and no file can take its place.
      case FOLDER_FOR_FILE -> "move the folder away first";
      // Nothing is written through a link to elsewhere.
      case FILE_OUTSIDE -> "move the link away first";
      default -> "";
    };
  }

  private void repair(FrameSet frames, LongPredicate faulty) throws InterruptedException {
    StoredDataset dataset = StoredDataset.open(target);
    try (Progress progress = open("frames repaired")) {
      new Repair(dataset, () -> scene(dataset), assets -> renderer(dataset, assets), progress)
          .run(frames, faulty);
    }
  }

  private LoadedScene scene(StoredDataset dataset) {
    return StoredScene.load(dataset, Optional.ofNullable(scene), models);
  }

  /** The dataset's own renderer, unless another one was named. */
  private RenderSession renderer(StoredDataset dataset, AssetStore assets) {
    return rendererOptions.open(assets, dataset.description().renderer(), this::tell);
  }

  private void tell(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
