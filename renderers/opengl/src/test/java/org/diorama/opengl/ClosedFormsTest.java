package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.diorama.core.geometry.PixelBox;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderedView;
import org.diorama.testkit.AnalyticScenes;
import org.diorama.testkit.TestScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedFormsTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 10_000})
  void quadAtTenMetersFillsTheFrame(double east) {
    Renders.view(
        AnalyticScenes.quadAtTenMeters(origin(east)),
        view -> {
          for (int pixel = 0; pixel < 320 * 240; pixel++) {
            assertEquals(10.0f, view.plane(Channel.DEPTH).getFloat(4 * pixel), 1e-5f);
            assertEquals(1, view.plane(Channel.INSTANCE).getShort(2 * pixel));
          }
          InstanceCoverage row = row(view, 1);
          assertEquals(320 * 240, row.visiblePixels());
          assertEquals(320 * 240, row.silhouettePixels());
          assertEquals(new PixelBox(0, 0, 320, 240), row.box());
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10_000})
  void insideSphereDistanceIsTheRadius(double east) {
    Renders.view(
        AnalyticScenes.insideSphere(origin(east)),
        view -> {
          for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
              double depth = view.plane(Channel.DEPTH).getFloat(4 * (320 * y + x));
              double distance = depth * AnalyticScenes.CAMERA.direction(x + 0.5, y + 0.5).length();
              assertEquals(10, distance, 0.002, "at " + x + ", " + y);
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10_000})
  void cubeHasItsBoxToThePixel(double east) {
    Renders.view(
        AnalyticScenes.cube(origin(east)),
        view -> {
          InstanceCoverage row = row(view, 1);
          assertEquals(new PixelBox(110, 70, 210, 170), row.box());
          assertEquals(100 * 100, row.visiblePixels());
          assertEquals(6, row.nearestDepth(), 1e-5);
          assertEquals(6, row.farthestDepth(), 1e-5);
          assertEquals(0, row.truncation());
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10_000})
  void occlusionAndTruncation(double east) {
    assertCoverage(AnalyticScenes.alone(origin(east)), 1, 0);
    assertCoverage(AnalyticScenes.halfOffFrame(origin(east)), 1, 0.5);
    assertCoverage(AnalyticScenes.halfHidden(origin(east)), 0.5, 0);
    assertCoverage(AnalyticScenes.halfOffFrameAndHalfHidden(origin(east)), 0.5, 0.5);
  }

  private static void assertCoverage(TestScene scene, double visible, double truncation) {
    Renders.view(
        scene,
        view -> {
          assertEquals(visible, row(view, 1).visibleFraction(), 0.01);
          assertEquals(truncation, row(view, 1).truncation(), 0.01);
        });
  }

  private static Vec3 origin(double east) {
    return new Vec3(east, 0, 0);
  }

  private static InstanceCoverage row(RenderedView view, int instance) {
    return view.instances().rows().get(instance - 1);
  }
}
