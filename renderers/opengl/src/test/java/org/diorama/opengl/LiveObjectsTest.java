package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/** What a session holds depends on what its frames show, not on how many there were. */
class LiveObjectsTest {
  private static final int VARIANTS = 4;
  private static final int ROUNDS = 15;

  @Test
  void moreFramesOfTheSameThingsMakeNoMoreObjects() {
    long seed = 5;
    TestScene scene = RandomScenes.scene(seed, Vec3.ZERO);
    RenderJob whole = scene.job();
    List<RenderJob> jobs = new ArrayList<>();
    for (int less = 0; less < VARIANTS; less++) {
      List<Draw> draws = whole.draws().subList(0, whole.draws().size() - less);
      jobs.add(new RenderJob(draws, whole.lighting(), whole.views()));
    }
    Renders.session(
        scene.assets(),
        1,
        session -> {
          draw(session, jobs);
          int afterOneRound = session.census().liveObjects();
          assertTrue(afterOneRound > 0, "a session at work holds something");
          for (int round = 1; round < ROUNDS; round++) {
            draw(session, jobs);
            assertEquals(
                afterOneRound, session.census().liveObjects(), "seed " + seed + ", " + round);
          }
        });
  }

  private static void draw(OpenGlSession session, List<RenderJob> jobs) {
    for (CompletableFuture<RenderedFrame> frame : session.submit(jobs)) {
      frame.join().close();
    }
  }
}
