package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.opengl.egl.DeviceChoice;
import org.diorama.opengl.egl.OpenedDevice;
import org.diorama.testkit.TestScene;

/**
 * Draws test scenes on whatever device is best here; every session must end without live objects.
 */
final class Renders {
  private Renders() {}

  /** Hands the only view of a scene to a check. */
  static void view(TestScene scene, Consumer<RenderedView> check) {
    view(scene.assets(), scene.job(), check);
  }

  static void view(AssetStore assets, RenderJob job, Consumer<RenderedView> check) {
    session(
        assets,
        1,
        session -> {
          try (RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
            check.accept(frame.views().get(0));
          }
        });
  }

  static void session(AssetStore assets, int lanes, Consumer<OpenGlSession> work) {
    OpenedDevice device = OnFreshThread.call(() -> OpenedDevice.find(DeviceChoice.AUTO, false));
    OpenGlSession session = new OpenGlSession(device, assets, lanes);
    try {
      work.accept(session);
    } finally {
      session.close();
    }
    assertEquals(0, session.census().liveObjects(), "live OpenGL objects after closing");
  }
}
