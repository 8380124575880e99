package org.diorama.cli.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A frame of every scene that ships, exported, read back by another reader and drawn from what the
 * file says: its labels are held against the exact rays of the frame itself. And the file is sound
 * glTF to those who wrote glTF down.
 */
class ExportedScenesTest {
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

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("org.diorama.cli.ShippedScenes#names")
  void haveTheLabelsOfTheFrameAndAreSound(String name) throws IOException, InterruptedException {
    try (LoadedScene scene = ShippedScenes.load(name, Exports.SMALL)) {
      SampledFrame frame = scene.sampler().sample(1);
      Set<Channel> planes =
          looksTheSame(frame) ? Channel.USUAL : EnumSet.of(Channel.DEPTH, Channel.INSTANCE);
      RenderJob job = RenderJob.of(frame, planes);
      byte[] glb = Exports.glb(scene, frame);
      GlbScene again = GlbScene.read(glb, job);
      RenderJob jobAgain = again.job().withViews(view -> view.with(planes));
      try (RenderSession first = Renderers.open("reference", scene.library());
          RenderSession second = Renderers.open("reference", again.assets())) {
        compare(
            name, scene, job, first.submit(List.of(job)), second.submit(List.of(jobAgain)), planes);
      }
      // Last: where the validator can't be had, this test ends here and says so.
      GltfValidator.require();
      GltfValidator.requireSound(Files.write(folder.resolve("frame.glb"), glb));
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

  /** Otherwise the test above might pass whatever the validator is given. */
  @Test
  void theValidatorFindsAWrongIndex() throws IOException, InterruptedException {
    GltfValidator.require();
    byte[] glb;
    try (LoadedScene scene = ShippedScenes.load("tabletop.yaml", List.of())) {
      glb = Exports.glb(scene, scene.sampler().sample(0));
    }
    String json = new String(glb, StandardCharsets.ISO_8859_1);
    String reference = "\"scene\":";
    int at = json.indexOf(reference) + reference.length();
    assertEquals('0', glb[at]);
    glb[at] = '7';
    JsonNode issues =
        GltfValidator.report(Files.write(folder.resolve("frame.glb"), glb)).get("issues");
    assertEquals(1, issues.get("numErrors").asInt(), issues::toPrettyString);
    assertEquals("UNRESOLVED_REFERENCE", issues.at("/messages/0/code").asString());
  }
}
