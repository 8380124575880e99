package org.diorama.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.diorama.cli.renderer.RendererOptions;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.cli.scene.SceneOptions;
import org.diorama.core.ExitStatus;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RendererIdentity;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.frame.FrameSampler;
import org.diorama.dataset.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diorama bench}: what pictures cost on this machine. */
@Command(
    name = "bench",
    description = {
      "Measures what each feature of a scene's images costs, in CPU milliseconds a frame.",
      "Every frame is drawn in pairs with and without the feature, once all is warm; the figure is"
          + " the median of the differences, with its quartiles. Weather, glare and automatic"
          + " exposure are given to scenes that have none of it. CPU time is that of the threads"
          + " that render, a software rasterizer's own among them; on a GPU it is not the GPU's."
    },
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENE",
      defaultValue = "scenes/street_noon.yaml",
      description = "The scene file (default: ${DEFAULT-VALUE}).")
  private Path sceneFile;

  @Option(names = "--features", required = true, description = "Measures each feature.")
  private boolean features;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "3",
      description = "Frames to measure on, from 0 (default: ${DEFAULT-VALUE}).")
  private int frames;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "4",
      description = "Pairs for each frame and feature (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "640",
      description = "Of each image (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      defaultValue = "480",
      description = "Of each image (default: ${DEFAULT-VALUE}).")
  private int height;

  @Option(names = "--json", description = "Prints one line of JSON instead of a table.")
  private boolean json;

  @Mixin private SceneOptions sceneOptions;
  @Mixin private RendererOptions rendererOptions;

  /**
   * What is printed.
   *
   * @param milliseconds median CPU time of rendering a frame as it is
   * @param features what each costs of that, or on top of it
   * @param files what is made of a rendered frame, likewise
   */
  record Report(
      String scene,
      int width,
      int height,
      int frames,
      int rounds,
      RendererIdentity renderer,
      double milliseconds,
      List<FeatureCost> features,
      List<FeatureCost> files) {}

  @Override
  public Integer call() {
    if (Math.min(Math.min(frames, rounds), Math.min(width, height)) < 1) {
      throw new ParameterException(
          spec.commandLine(), "--frames, --rounds, --width and --height start at 1");
    }
    try (LoadedScene scene =
            LoadedScene.load(sceneFile, sceneOptions.overrides(), sceneOptions.models());
        RenderSession session = rendererOptions.open(scene.library(), this::tell)) {
      Report report = measure(scene, session);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(StrictJson.instance().writeValueAsString(report));
      } else {
        print(report, out);
      }
      out.flush();
    }
    return ExitStatus.DONE.code();
  }

  private Report measure(LoadedScene scene, RenderSession session) {
    FrameSampler sampler = scene.sampler();
    List<SampledFrame> sampled = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      sampled.add(sampler.sample(i));
    }
    FeatureBench bench = new FeatureBench(session, sampled, width, height, rounds);
    double whole = bench.whole();
    List<FeatureCost> costs = new ArrayList<>();
    for (Feature feature : Feature.all()) {
      tell("measuring " + feature.name());
      bench.cost(feature).ifPresent(costs::add);
    }
    List<FeatureCost> files;
    try (RenderedFrame rendered = bench.draw(0)) {
      files = new LabelBench(frames * rounds).costs(sampled.get(0), rendered);
    }
    return new Report(
        scene.description().name(),
        width,
        height,
        frames,
        rounds,
        session.identity(),
        whole,
        costs,
        files);
  }

  private static void print(Report report, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s, %d frames at %d×%d, %s%n%8s  %-17s%n",
        report.scene(),
        report.frames(),
        report.width(),
        report.height(),
        report.renderer().device(),
        "CPU ms",
        "quartiles");
    out.printf(
        Locale.ROOT, "%8.1f  %-17s a frame's rendering as it is%n", report.milliseconds(), "");
    report.features().forEach(cost -> print(cost, out));
    report.files().forEach(cost -> print(cost, out));
  }

  private static void print(FeatureCost cost, PrintWriter out) {
    String quartiles =
        String.format(Locale.ROOT, "%.1f to %.1f", cost.lowQuartile(), cost.highQuartile());
    out.printf(
        Locale.ROOT,
        "%8.1f  %-17s %s%s%n",
        cost.milliseconds(),
        quartiles,
        cost.feature(),
        cost.inScene() ? "" : " (not in this scene; it would cost)");
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
