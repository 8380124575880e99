package org.diorama.cli.export;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.diorama.cli.Renderers;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.sample.ImageSky;
import org.diorama.core.sample.SampledFrame;
import org.diorama.testkit.GlbScene;
import org.diorama.testkit.ImageComparison;
import org.diorama.testkit.OracleComparison;
import org.diorama.testkit.OracleReport;
import org.diorama.testkit.RenderedImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A frame of every scene that ships, exported, read back by another reader and drawn from what the
 * file says: its labels are held against the exact rays of the frame itself.
 */
class ExportedLabelsTest {
  /** Read back, textures have no smaller copies: far away their colors alias. */
  private static final ImageComparison COLOR = new ImageComparison(16, 0.02, 0.5);

  /**
   * Whether a frame looks the same: the grain of surfaces is read again without its mip levels, and
   * the image of a sky is no part of the file. Labels are compared in any case.
   */
  private static boolean looksTheSame(SampledFrame frame) {
    return !(frame.lighting().sky() instanceof ImageSky)
        && frame.nodes().stream().noneMatch(node -> node.material().isSurfaced());
  }

  @ParameterizedTest
  @MethodSource("org.diorama.cli.ShippedScenes#names")
  void areThoseOfTheFrame(String name) throws IOException {
    try (LoadedScene scene = ShippedScenes.load(name, Exports.SMALL)) {
      SampledFrame frame = scene.sampler().sample(1);
      Set<Channel> planes =
          looksTheSame(frame) ? Channel.USUAL : EnumSet.of(Channel.DEPTH, Channel.INSTANCE);
      RenderJob job = RenderJob.of(frame, planes);
      GlbScene again = GlbScene.read(Exports.glb(scene, frame), job);
      RenderJob jobAgain = again.job().withViews(view -> view.with(planes));
      try (RenderSession first = Renderers.open("reference", scene.library());
          RenderSession second = Renderers.open("reference", again.assets())) {
        compare(
            name, scene, job, first.submit(List.of(job)), second.submit(List.of(jobAgain)), planes);
      }
    }
  }

  private static void compare(
      String name,
      LoadedScene scene,
      RenderJob job,
      List<CompletableFuture<RenderedFrame>> drawing,
      List<CompletableFuture<RenderedFrame>> drawingAgain,
      Set<Channel> planes) {
    try (RenderedFrame drawn = drawing.get(0).join();
        RenderedFrame drawnAgain = drawingAgain.get(0).join()) {
      OracleReport report = OracleComparison.judge(job, drawnAgain, scene.library());
      System.out.println(name + " exported: " + report.summary());
      report.assertAgreement(name + ", exported");
      for (int i = 0; i < job.views().size() && planes.contains(Channel.COLOR); i++) {
        COLOR.assertSimilar(
            name + "-exported-" + i,
            RenderedImages.color(drawn.views().get(i)),
            RenderedImages.color(drawnAgain.views().get(i)));
      }
    }
  }
}
