package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.diorama.core.DioramaException;
import org.diorama.core.ExitStatus;
import org.diorama.core.asset.Material;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RendererProvider;
import org.diorama.core.render.View;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

class ReferenceSessionTest {
  private final RendererProvider provider = new ReferenceRendererProvider();

  @Test
  void isFoundAsAServiceAndComesLast() {
    RendererProvider found =
        ServiceLoader.load(RendererProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.name().equals("reference"))
            .findFirst()
            .orElseThrow();
    assertEquals(Integer.MIN_VALUE, found.preference());
    assertTrue(found.diagnose().stream().allMatch(finding -> finding.ok()));
  }

  @Test
  void refusesToStandInForAGpu() {
    DioramaException refusal =
        assertThrows(
            DioramaException.class,
            () -> provider.open(new DeviceRequest("auto", true), AnalyticScenes.shapes()));
    assertEquals(ExitStatus.NO_RENDERER, refusal.status());
  }

  @Test
  void neitherLaneNorOrderChangesAByte() {
    TestScene scene = RandomScenes.scene(3, Vec3.ZERO);
    List<byte[]> bytes = Collections.synchronizedList(new ArrayList<>());
    try (RenderSession session = provider.open(DeviceRequest.AUTO, scene.assets())) {
      assertEquals("java", session.identity().deviceClass());
      List<RenderJob> jobs = Collections.nCopies(session.lanes() + 2, scene.job());
      for (CompletableFuture<RenderedFrame> future : session.submit(jobs)) {
        try (RenderedFrame frame = future.join()) {
          bytes.add(bytes(frame));
        }
      }
    }
    for (byte[] one : bytes) {
      assertArrayEquals(bytes.get(0), one);
    }
  }

  private static byte[] bytes(RenderedFrame frame) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Channel channel : Channel.values()) {
      ByteBuffer plane = frame.views().get(0).plane(channel).duplicate();
      byte[] bytes = new byte[plane.remaining()];
      plane.get(bytes);
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  @Test
  void everyViewGetsTheChannelsItAskedFor() {
    TestScene scene = AnalyticScenes.cube(Vec3.ZERO);
    RenderJob whole = scene.job();
    View view = whole.views().get(0);
    View depthOnly =
        new View(
            "second",
            view.camera(),
            view.worldFromCamera(),
            view.development(),
            EnumSet.of(Channel.DEPTH));
    RenderJob job = new RenderJob(whole.draws(), whole.lighting(), List.of(view, depthOnly));
    try (RenderSession session = provider.open(DeviceRequest.AUTO, scene.assets());
        RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
      assertEquals(EnumSet.allOf(Channel.class), frame.views().get(0).planes().keySet());
      assertEquals("second", frame.views().get(1).name());
      assertEquals(EnumSet.of(Channel.DEPTH), frame.views().get(1).planes().keySet());
      InstanceCoverage first = frame.views().get(0).instances().rows().get(0);
      InstanceCoverage second = frame.views().get(1).instances().rows().get(0);
      assertEquals(Optional.empty(), second.contrast(), "there is no color");
      assertEquals(first.box(), second.box());
      assertEquals(first.visiblePixels(), second.visiblePixels());
      assertEquals(
          frame.views().get(0).plane(Channel.DEPTH), frame.views().get(1).plane(Channel.DEPTH));
    }
  }

  @Test
  void buffersReturnToThePoolAtTheFirstCloseOnly() {
    BufferPool pool = new BufferPool();
    PooledFrame frame = new PooledFrame(pool);
    ByteBuffer buffer = frame.take(64);
    frame.close();
    frame.close();
    assertSame(buffer, pool.take(64));
    assertTrue(buffer != pool.take(64));
  }

  @Test
  void anAssetThatChangedFailsItsJobAndNoOther() {
    TestScene scene = AnalyticScenes.cube(Vec3.ZERO);
    RenderJob changed = scene.job();
    TestScene sphere = new TestScene(AnalyticScenes.shapes(), Vec3.ZERO);
    sphere.assets().add("box", sphere.assets().model("sphere").mesh(), sphereMaterial(sphere));
    sphere.add("box", AnalyticScenes.centered(new Vec3(0, 7, 0), 2));
    try (RenderSession session = provider.open(DeviceRequest.AUTO, sphere.assets())) {
      List<CompletableFuture<RenderedFrame>> futures =
          session.submit(List.of(changed, sphere.job()));
      CompletionException failure =
          assertThrows(CompletionException.class, () -> futures.get(0).join());
      DioramaException cause = (DioramaException) failure.getCause();
      assertEquals(ExitStatus.BAD_INPUT, cause.status());
      assertTrue(cause.getMessage().contains("box"), cause.getMessage());
      futures.get(1).join().close();
    }
  }

  private static Material sphereMaterial(TestScene scene) {
    return scene.assets().model("sphere").materials().get(0);
  }
}
