package org.diorama.cli.export;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.diorama.cli.Renderers;
import org.diorama.cli.ShippedScenes;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
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
   * Whether all that a frame looks like is exported: lamps and drawn emissions are not yet, and the
   * grain of surfaces is read again without its mip levels. Labels are compared in any case.
   */
  private static boolean looksTheSame(SampledFrame frame) {
    return frame.lighting().lamps().isEmpty()
        && frame.nodes().stream()
            .noneMatch(
                node -> node.material().isSurfaced() || node.material().emission().isPresent());
  }

  @ParameterizedTest
  @MethodSource("org.diorama.cli.ShippedScenes#names")
  void areThoseOfTheFrame(String name) throws IOException {
    try (LoadedScene scene = ShippedScenes.load(name, Exports.SMALL)) {
      SampledFrame frame = scene.sampler().sample(1);
      RenderJob job = RenderJob.of(frame, EnumSet.allOf(Channel.class));
      GlbScene again = GlbScene.read(Exports.glb(scene, frame), job);
      try (RenderSession first = Renderers.open("reference", scene.library());
          RenderSession second = Renderers.open("reference", again.assets());
          RenderedFrame drawn = first.submit(List.of(job)).get(0).join();
          RenderedFrame drawnAgain = second.submit(List.of(again.job())).get(0).join()) {
        OracleReport report = OracleComparison.judge(job, drawnAgain, scene.library());
        System.out.println(name + " exported: " + report.summary());
        report.assertAgreement(name + ", exported");
        for (int i = 0; i < job.views().size() && looksTheSame(frame); i++) {
          COLOR.assertSimilar(
              name + "-exported-" + i,
              RenderedImages.color(drawn.views().get(i)),
              RenderedImages.color(drawnAgain.views().get(i)));
        }
      }
    }
  }
}
