package org.diorama.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.RenderTables;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClosedFormTest {
  static Stream<Vec3> origins() {
    return Stream.of(Vec3.ZERO, new Vec3(7071.3, -7070.9, 11.7));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void quadFillsTheFrameAtTenMeters(Vec3 origin) {
    check(
        AnalyticScenes.quadAtTenMeters(origin),
        view -> {
          for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
            assertEquals(1, RenderTables.instance(view, pixel));
            assertEquals(10, RenderTables.depth(view, pixel), 1e-6);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("origins")
  void distanceInsideASphereIsItsRadius(Vec3 origin) {
    check(
        AnalyticScenes.insideSphere(origin),
        view -> {
          for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
            PinholeCamera camera = AnalyticScenes.CAMERA;
            double u = pixel % view.width() + 0.5;
            double v = pixel / view.width() + 0.5;
            double distance = RenderTables.depth(view, pixel) * camera.direction(u, v).length();
            assertEquals(10, distance, 0.002);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("origins")
  void cubeHasItsBoxToThePixel(Vec3 origin) {
    check(
        AnalyticScenes.cube(origin),
        view -> {
          InstanceCoverage row = view.instances().rows().get(0);
          assertEquals(new PixelBox(110, 70, 210, 170), row.box());
          assertEquals(100 * 100, row.visiblePixels());
          assertEquals(100 * 100, row.silhouettePixels());
          assertEquals(6, row.nearestDepth(), 1e-6);
          assertEquals(0, row.truncation());
        });
  }

  @ParameterizedTest
  @MethodSource("origins")
  void occlusionTable(Vec3 origin) {
    occlusion(AnalyticScenes.alone(origin), 1, 0);
    occlusion(AnalyticScenes.halfOffFrame(origin), 1, 0.5);
    occlusion(AnalyticScenes.halfHidden(origin), 0.5, 0);
    occlusion(AnalyticScenes.halfOffFrameAndHalfHidden(origin), 0.5, 0.5);
  }

  private static void occlusion(TestScene scene, double visibleFraction, double truncation) {
    check(
        scene,
        view -> {
          InstanceCoverage row = view.instances().rows().get(0);
          assertEquals(visibleFraction, row.visibleFraction(), 0.01);
          assertEquals(truncation, row.truncation(), 0.01);
        });
  }

  private static void check(TestScene scene, Rendering.Check check) {
    Rendering.check(
        scene,
        view -> {
          RenderTables.assertConsistent(view);
          check.accept(view);
        });
  }
}
