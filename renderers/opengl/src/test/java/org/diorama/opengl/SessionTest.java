package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.Draw;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RendererFinding;
import org.diorama.core.render.RendererProvider;
import org.diorama.core.render.View;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

class SessionTest {
  @Test
  void providerIsFoundAndDiagnoses() {
    RendererProvider provider =
        ServiceLoader.load(RendererProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(p -> p.name().equals("opengl"))
            .findFirst()
            .orElseThrow();
    List<RendererFinding> findings = provider.diagnose();
    assertTrue(findings.stream().anyMatch(f -> f.key().endsWith(".renderer") && f.ok()));
    assertTrue(findings.stream().anyMatch(f -> f.key().equals("opengl.best") && f.ok()));
  }

  @Test
  void aRequiredGpuIsNeverSoftware() {
    DioramaException refused =
        assertThrows(
            DioramaException.class,
            () ->
                new OpenGlRendererProvider()
                    .open(new DeviceRequest("software", true), new InMemoryAssets()));
    assertEquals(ExitStatus.NO_RENDERER, refused.status());
    assertTrue(refused.getMessage().contains("GPU is required"), refused.getMessage());
  }

  @Test
  void aBadJobFailsAloneWithItsCause() {
    TestScene scene = AnalyticScenes.cube(Vec3.ZERO);
    RenderJob good = scene.job();
    Draw draw = good.draws().get(0);
    Draw stale = new Draw(1, draw.assetId(), "0000", 0, draw.worldFromObject(), draw.material());
    RenderJob bad = new RenderJob(List.of(stale), good.lighting(), good.views());
    Renders.session(
        scene.assets(),
        1,
        session -> {
          List<CompletableFuture<RenderedFrame>> futures = session.submit(List.of(good, bad, good));
          futures.get(0).join().close();
          CompletionException failure =
              assertThrows(CompletionException.class, () -> futures.get(1).join());
          DioramaException cause = assertInstanceOf(DioramaException.class, failure.getCause());
          assertEquals(ExitStatus.BAD_INPUT, cause.status());
          assertTrue(cause.getMessage().contains("box changed"), cause.getMessage());
          futures.get(2).join().close();
        });
  }

  @Test
  void onlyTheWantedPlanesComeBack() {
    TestScene scene = AnalyticScenes.cube(Vec3.ZERO);
    RenderJob job = RenderJob.of(scene.frame(), EnumSet.of(Channel.DEPTH));
    Renders.view(
        scene.assets(), job, view -> assertEquals(Set.of(Channel.DEPTH), view.planes().keySet()));
  }

  @Test
  void anEmptySceneIsSkyWithoutRows() {
    TestScene scene = new TestScene(new InMemoryAssets(), Vec3.ZERO);
    Renders.view(
        scene,
        view -> {
          assertEquals(List.of(), view.instances().rows());
          for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
            assertEquals(0, view.plane(Channel.DEPTH).getFloat(4 * pixel));
            assertEquals(0, view.plane(Channel.INSTANCE).getShort(2 * pixel));
            assertFalse(view.plane(Channel.COLOR).get(4 * pixel) == 0, "black sky");
          }
        });
  }

  /** Odd sizes: instance ids are packed by two. */
  @Test
  void viewsOfDifferentOddSizesInOneJob() {
    TestScene scene = AnalyticScenes.quadAtTenMeters(Vec3.ZERO);
    View view = scene.job().views().get(0);
    View odd =
        new View(
            "odd",
            new PinholeCamera(33, 17, 30, 30, 16.5, 8.5),
            view.worldFromCamera(),
            view.development(),
            view.channels());
    RenderJob job =
        new RenderJob(scene.job().draws(), scene.job().lighting(), List.of(odd, view, odd));
    Renders.session(
        scene.assets(),
        1,
        session -> {
          try (RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
            for (int i = 0; i < 3; i += 2) {
              assertEquals(33 * 17, frame.views().get(i).instances().rows().get(0).visiblePixels());
              for (int pixel = 0; pixel < 33 * 17; pixel++) {
                assertEquals(1, frame.views().get(i).plane(Channel.INSTANCE).getShort(2 * pixel));
              }
            }
            assertEquals(320 * 240, frame.views().get(1).instances().rows().get(0).visiblePixels());
          }
        });
  }

  @Test
  void hiddenOffFrameAndTinyInstancesShowNoPixel() {
    TestScene scene = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);
    int wall = scene.add("quad", AnalyticScenes.centered(new Vec3(0, 5, 0), 40));
    int hidden = scene.add("box", AnalyticScenes.centered(new Vec3(0, 9, 0), 1));
    int beside = scene.add("box", AnalyticScenes.centered(new Vec3(30, 9, 0), 1));
    int behind = scene.add("box", AnalyticScenes.centered(new Vec3(0, -9, 0), 1));
    int tiny = scene.add("box", AnalyticScenes.centered(new Vec3(0, 4, 0), 0.005));
    Renders.view(
        scene,
        view -> {
          List<InstanceCoverage> rows = view.instances().rows();
          assertEquals(320 * 240, rows.get(wall - 1).visiblePixels());
          for (int id : List.of(hidden, beside, behind, tiny)) {
            assertEquals(0, rows.get(id - 1).visiblePixels(), "instance " + id);
            assertEquals(PixelBox.EMPTY, rows.get(id - 1).box());
          }
          assertTrue(rows.get(hidden - 1).silhouettePixels() > 900);
          assertEquals(0, rows.get(hidden - 1).truncation());
          assertEquals(1, rows.get(beside - 1).truncation());
          assertEquals(1, rows.get(behind - 1).truncation());
          assertEquals(0, rows.get(tiny - 1).silhouettePixels());
        });
  }
}
