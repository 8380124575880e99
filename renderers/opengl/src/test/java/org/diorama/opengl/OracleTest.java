package org.diorama.opengl;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.RenderJob;
import org.diorama.testkit.OracleComparison;
import org.diorama.testkit.OracleReport;
import org.diorama.testkit.RandomScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels of random scenes against exact rays, at the world's origin and far from it. */
class OracleTest {
  private static final Vec3 FAR_AWAY = new Vec3(7071.3, -7070.9, 11.7);

  static Stream<Arguments> scenes() {
    return LongStream.range(0, 12)
        .boxed()
        .flatMap(seed -> Stream.of(Arguments.of(seed, Vec3.ZERO), Arguments.of(seed, FAR_AWAY)));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void agreesWithExactRaysOnRandomScenes(long seed, Vec3 origin) {
    TestScene scene = RandomScenes.scene(seed, origin);
    RenderJob job = scene.job();
    Renders.frame(
        scene.assets(),
        job,
        frame -> {
          OracleReport report = OracleComparison.judge(job, frame, scene.assets());
          System.out.println("seed " + seed + " at " + origin + ": " + report.summary());
          report.assertAgreement("seed " + seed + " at " + origin);
        });
  }

  /** All images of a rig come from one job. */
  @ParameterizedTest
  @MethodSource("scenes")
  void agreesInEveryViewOfARig(long seed, Vec3 origin) {
    TestScene rig = RandomScenes.rig(seed, origin);
    RenderJob job = rig.job();
    Renders.frame(
        rig.assets(),
        job,
        frame -> {
          OracleReport report = OracleComparison.judge(job, frame, rig.assets());
          System.out.println("rig " + seed + " at " + origin + ": " + report.summary());
          report.assertAgreement("rig " + seed + " at " + origin);
        });
  }

  /** Draws of one id are one thing, whatever each of them is. */
  @ParameterizedTest
  @ValueSource(longs = {20, 21, 22, 23})
  void agreesWhereDrawsShareAnId(long seed) {
    TestScene rig = RandomScenes.rig(seed, Vec3.ZERO);
    RenderJob job = RandomScenes.merged(rig.job());
    Renders.frame(
        rig.assets(),
        job,
        frame -> {
          OracleReport report = OracleComparison.judge(job, frame, rig.assets());
          System.out.println("merged " + seed + ": " + report.summary());
          report.assertAgreement("merged " + seed);
        });
  }
}
