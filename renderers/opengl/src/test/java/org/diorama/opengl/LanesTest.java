package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.api.Test;

/** A job's bytes depend on the job alone. */
class LanesTest {
  private static final int JOBS = 6;

  @Test
  void bytesDependOnNeitherLaneNorOrder() {
    TestScene scene = RandomScenes.scene(3, Vec3.ZERO);
    List<RenderJob> jobs = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      jobs.add(withTwoViews(scene.job(), i));
    }
    List<Integer> alone = new ArrayList<>();
    Renders.session(
        scene.assets(),
        1,
        session -> jobs.forEach(job -> alone.add(hash(session.submit(List.of(job)).get(0)))));
    assertNotEquals(alone.get(0), alone.get(1), "the jobs must differ to prove anything");
    Renders.session(
        scene.assets(),
        2,
        session -> {
          List<Integer> order = new ArrayList<>();
          for (int i = 0; i < 2 * JOBS; i++) {
            order.add(i % JOBS);
          }
          Collections.shuffle(order, new Random(1));
          List<CompletableFuture<RenderedFrame>> futures =
              session.submit(order.stream().map(jobs::get).toList());
          for (int i = 0; i < order.size(); i++) {
            assertEquals(alone.get(order.get(i)), hash(futures.get(i)), "job " + order.get(i));
          }
        });
  }

  private static RenderJob withTwoViews(RenderJob job, int step) {
    View view = job.views().get(0);
    List<View> views = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Vec3 offset = new Vec3(0.1 * step, 0.2 * i, 0.05);
      views.add(
          new View(
              "view" + i,
              view.camera(),
              Affine3.translation(offset).times(view.worldFromCamera()),
              view.development(),
              view.channels()));
    }
    return new RenderJob(job.draws(), job.lighting(), views);
  }

  private static int hash(CompletableFuture<RenderedFrame> future) {
    try (RenderedFrame frame = future.join()) {
      int hash = 0;
      for (RenderedView view : frame.views()) {
        hash = 31 * hash + view.instances().hashCode();
        for (ByteBuffer plane : view.planes().values()) {
          hash = 31 * hash + plane.duplicate().hashCode();
        }
      }
      return hash;
    }
  }
}
