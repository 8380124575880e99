package org.diorama.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.diorama.cli.progress.ProgressKind;
import org.diorama.cli.scene.LoadedScene;
import org.diorama.core.render.RenderSession;
import org.diorama.dataset.DatasetRequest;
import org.diorama.dataset.layout.FrameSet;

/** All frames of a scene by a renderer that is open already. */
public final class SceneRender {
  private SceneRender() {}

  /** Renders into a folder and finishes the dataset. */
  public static void into(LoadedScene scene, RenderSession session, Path out)
      throws InterruptedException {
    FrameSet frames = FrameSet.of(0, scene.description().sequence().length() - 1);
    RenderPlan plan = ScenePlan.of(scene, session.identity(), out, DatasetRequest.of(frames), true);
    RenderRun.Outcome outcome =
        new RenderRun(
                plan,
                session,
                FailureAllowance.parse("0"),
                ProgressKind.NONE.open("frames", null, null),
                () -> false)
            .execute();
    assertEquals(0, outcome.summary().failed(), () -> outcome.notices().toString());
  }
}
