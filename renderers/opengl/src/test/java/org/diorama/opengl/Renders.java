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
import org.diorama.testkit.LentAssets;
import org.diorama.testkit.TestScene;

/**
 * Draws test scenes on whatever device is best here. Single images share a session, whose shaders
 * are then compiled once: what it draws depends on the job alone. Sessions of a test's own must end
 * without live objects.
 */
final class Renders {
  private Renders() {}

  /** Opened for the first image of this process. */
  private static final class Shared {
    private static final LentAssets ASSETS = new LentAssets();
    private static final OpenGlSession SESSION = open(ASSETS, 1);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SESSION::close));
    }
  }

  /** Hands the only view of a scene to a check. */
  static void view(TestScene scene, Consumer<RenderedView> check) {
    view(scene.assets(), scene.job(), check);
  }

  static void view(AssetStore assets, RenderJob job, Consumer<RenderedView> check) {
    frame(assets, job, frame -> check.accept(frame.views().get(0)));
  }

  /** Hands all views of a job to a check. */
  static synchronized void frame(AssetStore assets, RenderJob job, Consumer<RenderedFrame> check) {
    Shared.ASSETS.lend(assets);
    try (RenderedFrame frame = Shared.SESSION.submit(List.of(job)).get(0).join()) {
      check.accept(frame);
    }
  }

  static void session(AssetStore assets, int lanes, Consumer<OpenGlSession> work) {
    OpenGlSession session = open(assets, lanes);
    try {
      work.accept(session);
    } finally {
      session.close();
    }
    assertEquals(0, session.census().liveObjects(), "live OpenGL objects after closing");
  }

  private static OpenGlSession open(AssetStore assets, int lanes) {
    OpenedDevice device = OnFreshThread.call(() -> OpenedDevice.find(DeviceChoice.AUTO, false));
    return new OpenGlSession(device, OnFreshThread.call(() -> device.displays(lanes)), assets);
  }
}
