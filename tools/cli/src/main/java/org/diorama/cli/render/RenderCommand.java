package org.diorama.cli.render;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diorama.cli.dataset.DatasetNews;
import org.diorama.cli.progress.Progress;
import org.diorama.cli.progress.ProgressKind;
import org.diorama.cli.renderer.RendererOptions;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.ReplayedFrame;
import org.diorama.cli.scene.SceneOptions;
import org.diorama.core.ExitStatus;
import org.diorama.core.render.RenderSession;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.format.FrameStructure;
import org.diorama.dataset.json.StrictJson;
import org.diorama.dataset.layout.FrameSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama render}: the main job. */
@Command(
    name = "render",
    description = "Renders labelled frames of a scene; goes on where an earlier run ended.",
    footer = {
      "",
      "Examples:",
      "  tools/diorama render scenes/tabletop.yaml --frames 0-99 --seed 3",
      "  tools/diorama render scenes/tabletop.yaml --out /data/t --shard 0/4",
      "  tools/diorama render --replay out/tabletop/records/00000007.json",
      "",
      "Under Slurm, Kubernetes or AWS Batch ask for software: --gpu software.",
      "Exit codes: 0 done, 2 usage, 65 bad scene or too many failed frames, 69 no"
          + " usable renderer, 73 and 74 output, 75 temporary (the only one to retry),"
          + " 77 permission, 78 the folder belongs to another configuration. After 130,"
          + " 143 or a crash, the same command goes on."
    },
    mixinStandardHelpOptions = true)
public final class RenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENE",
      description = "The scene file; with --replay only where the scene has models of its own.")
  private Path sceneFile;

  @Option(
      names = "--replay",
      paramLabel = "RECORD",
      description = "Renders the frame of a record, such as DIR/records/00000007.json, into --out.")
  private Path record;

  @Mixin private SceneOptions sceneOptions;
  @Mixin private DatasetOptions datasetOptions;
  @Mixin private RendererOptions rendererOptions;

  @Option(
      names = "--max-failed",
      paramLabel = "SHARE",
      defaultValue = "0.1%",
      converter = FailureAllowanceConverter.class,
      description =
          "Frames that may fail before the end is 65: 0.1%% or a number (default: ${DEFAULT-VALUE}).")
  private FailureAllowance allowance;

  @Option(
      names = "--progress",
      paramLabel = "KIND",
      defaultValue = "auto",
      description = "auto, bar, log, json, openjd or none (default: ${DEFAULT-VALUE}).")
  private ProgressKind progressKind;

  @Override
  public Integer call() throws InterruptedException {
    if (record != null) {
      return replay();
    }
    if (sceneFile == null) {
      throw new ParameterException(spec.commandLine(), "name a scene, or a record with --replay");
    }
    return renderScene();
  }

  private int replay() throws InterruptedException {
    if (!datasetOptions.isPlain() || !sceneOptions.overrides().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--replay makes one frame as it was: it takes --out, --models and the renderer's options only");
    }
    try (ReplayedFrame replayed = ReplayedFrame.read(record, sceneFile, sceneOptions.models());
        RenderSession session = rendererOptions.open(replayed.library(), this::tell)) {
      Path out = datasetOptions.out("replay");
      return run(ReplayPlan.of(replayed, session.identity(), out), session);
    }
  }

  private int renderScene() throws InterruptedException {
    try (LoadedScene scene =
        LoadedScene.load(sceneFile, sceneOptions.overrides(), sceneOptions.models())) {
      scene.reading().warningLines().forEach(this::tell);
      FrameStructure structure = FrameStructure.of(scene.description());
      DatasetRequest request =
          datasetOptions.request(
              FrameSet.of(0, scene.description().frames() - 1), structure.together(), this::tell);
      tellCuts(request.all(), structure);
      try (RenderSession session = rendererOptions.open(scene.library(), this::tell)) {
        return run(
            ScenePlan.of(
                scene,
                session.identity(),
                datasetOptions.out(scene.description().name()),
                request,
                !datasetOptions.isShard()),
            session);
      }
    }
  }

  private void tellCuts(FrameSet frames, FrameStructure structure) {
    long cut = structure.cut(frames);
    if (cut > 0) {
      tell(
          "frames "
              + frames
              + " leave "
              + cut
              + (cut == 1 ? " sequence" : " sequences")
              + " incomplete: each takes "
              + structure.together()
              + " frames, twins included");
    }
  }

  private int run(RenderPlan plan, RenderSession session) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = progressKind.open("frames", out, spec.commandLine().getErr());
    try (StopSignal stop = new StopSignal()) {
      RenderRun.Outcome outcome =
          new RenderRun(plan, session, allowance, progress, stop::requested).execute();
      tellPeople(plan.out(), outcome);
      if (!plan.finish() && !outcome.stopped() && !outcome.tooManyFailed()) {
        tell("this share is done; after the last one: tools/diorama finish " + plan.out());
      }
      out.println(StrictJson.instance().writeValueAsString(outcome.summary()));
      out.flush();
      return (outcome.tooManyFailed() ? ExitStatus.BAD_INPUT : ExitStatus.DONE).code();
    }
  }

  private void tellPeople(Path folder, RenderRun.Outcome outcome) {
    outcome.notices().forEach(this::tell);
    PrintWriter err = spec.commandLine().getErr();
    outcome
        .report()
        .ifPresentOrElse(
            report -> new DatasetNews(folder, report).print(err),
            () -> outcome.groups().shortfalls().forEach(this::tell));
    if (outcome.stopped()) {
      tell("stopped by a signal; the same command goes on from here");
    }
    if (outcome.tooManyFailed()) {
      tell(
          outcome.summary().failed()
              + " frames failed, more than --max-failed "
              + allowance
              + "; see "
              + folder.resolve("failed.jsonl"));
    }
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
