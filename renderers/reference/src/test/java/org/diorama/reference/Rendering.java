package org.diorama.reference;

import java.util.List;
import java.util.function.Consumer;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.DeviceRequest;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderSession;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.testkit.LentAssets;
import org.diorama.testkit.TestScene;

/**
 * Renders one job and hands its view to a check while the buffers live. Jobs share one session,
 * whose tables are made once: what it draws depends on the job alone.
 */
final class Rendering {
  private static final LentAssets ASSETS = new LentAssets();
  private static final RenderSession SESSION =
      new ReferenceRendererProvider().open(DeviceRequest.AUTO, ASSETS);

  private Rendering() {}

  /** Looks at a view; may throw. */
  interface Check {
    void accept(RenderedView view);
  }

  static void check(TestScene scene, Check check) {
    check(scene.job(), scene.assets(), check);
  }

  static void check(RenderJob job, AssetStore assets, Check check) {
    frame(assets, job, frame -> check.accept(frame.views().get(0)));
  }

  /** Hands all views of a job to a check. */
  static synchronized void frame(AssetStore assets, RenderJob job, Consumer<RenderedFrame> check) {
    ASSETS.lend(assets);
    try (RenderedFrame frame = SESSION.submit(List.of(job)).get(0).join()) {
      check.accept(frame);
    }
  }
}
