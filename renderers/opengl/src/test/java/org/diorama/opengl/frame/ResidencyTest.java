package org.diorama.opengl.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.opengl.egl.DeviceChoice;
import org.diorama.opengl.egl.EglContext;
import org.diorama.opengl.gl.GlCensus;
import org.diorama.opengl.gl.GlErrors;
import org.diorama.opengl.gl.GlScope;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.InMemoryAssets;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/** What stays on the device between frames, and that it never shows. */
class ResidencyTest {
  private final InMemoryAssets assets = AnalyticScenes.shapes();

  @Test
  @SuppressWarnings("try") // The context is current and needs no mention.
  void evictionChangesNoByteAndNothingGrows() {
    RenderJob sphere = job("sphere");
    RenderJob box = job("box");
    GlCensus live = new GlCensus();
    try (EglContext context = EglContext.open(DeviceChoice.AUTO, true);
        GlScope scope = new GlScope(live)) {
      FrameRenderer renderer = new FrameRenderer(scope, assets, new BufferPool(), 0);
      int first = hash(renderer, sphere);
      long sphereBytes = renderer.modelBytes();
      int other = hash(renderer, box);
      assertTrue(renderer.modelBytes() < sphereBytes / 10, "the sphere must have gone");
      int objects = 0;
      for (int round = 0; round < 20; round++) {
        assertEquals(first, hash(renderer, sphere), "round " + round);
        assertEquals(sphereBytes, renderer.modelBytes(), "round " + round);
        assertEquals(other, hash(renderer, box), "round " + round);
        if (round == 0) {
          objects = live.liveObjects();
        }
      }
      assertEquals(objects, live.liveObjects(), "live OpenGL objects grow");
      GlErrors.check("drawing 42 frames");
    }
    assertEquals(0, live.liveObjects());
  }

  private RenderJob job(String asset) {
    TestScene scene = new TestScene(assets, Vec3.ZERO);
    scene.add(asset, AnalyticScenes.centered(new Vec3(0, 4, 0), 2));
    return scene.job();
  }

  private static int hash(FrameRenderer renderer, RenderJob job) {
    try (RenderedFrame frame = renderer.begin(job, TestLight.of(job.lighting())).finish()) {
      RenderedView view = frame.views().get(0);
      return view.instances().hashCode() * 31
          + view.planes().values().stream().mapToInt(p -> p.duplicate().hashCode()).sum();
    }
  }
}
