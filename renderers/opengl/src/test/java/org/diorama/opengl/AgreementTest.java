package org.diorama.opengl;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.testkit.OracleComparison;
import org.diorama.testkit.OracleReport;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels against double-precision rays, by the rule that the reference renderer is held to. */
class AgreementTest {
  private static final int SCENES = 20;

  static Stream<Vec3> origins() {
    return Stream.of(Vec3.ZERO, new Vec3(7071.3, -7070.9, 11.7));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void agreesWithExactRaysOnRandomScenes(Vec3 origin) {
    // Every scene brings assets of its own; what was uploaded before must not matter.
    AtomicReference<AssetStore> current = new AtomicReference<>();
    Renders.session(
        id -> current.get().model(id),
        1,
        session -> {
          OracleReport all = new OracleReport(0, 0, 0, List.of());
          for (long seed = 0; seed < SCENES; seed++) {
            TestScene scene = RandomScenes.scene(seed, origin);
            current.set(scene.assets());
            RenderJob job = scene.job();
            try (RenderedFrame frame = session.submit(List.of(job)).get(0).join()) {
              OracleReport report =
                  new OracleComparison(job, job.views().get(0), scene.assets())
                      .judge(frame.views().get(0));
              report.assertAgreement("seed " + seed + " at " + origin);
              all = all.plus(report);
            }
          }
          System.out.println("OpenGL against exact rays at " + origin + ": " + all.summary());
        });
  }
}
