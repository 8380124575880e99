package org.diorama.core.sample.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.Statistics;
import org.diorama.core.sample.Places;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;
import org.diorama.core.sample.Scenes;
import org.diorama.core.scene.CameraPose;
import org.diorama.core.scene.ObjectDescription;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;
import org.junit.jupiter.api.Test;

/** Things placed by where a camera shall see them. */
class InViewPlacesTest {
  private static final double EXACT = 1e-9;

  @Test
  void onTheGroundColumnAndDepthAreMet() {
    for (long number = 0; number < 20; number++) {
      SampledFrame frame = sample(number, Optional.empty());
      for (SampledNode node : frame.nodes()) {
        Vec3 seen = inCamera(frame, Places.origin(node));
        assertEquals(0.25, Places.origin(node).z(), EXACT);
        assertEquals(drawn(frame, "distance", node), seen.z(), EXACT);
        PinholeCamera pinhole = frame.cameras().get(0).pinhole();
        assertEquals(drawn(frame, "x", node) * 640, pinhole.projectX(seen), EXACT * 1000);
        double row = pinhole.projectY(seen);
        assertTrue(row >= -EXACT && row <= 480 + EXACT, "row " + row);
      }
    }
  }

  @Test
  void inTheAirTheMiddleIsWhereItShallBe() {
    SampledFrame frame =
        sample(0, Optional.of(Scenes.uniform(path("y"), 0.1, 0.9, Scope.INSTANCE)));
    assertEquals(4, frame.nodes().size());
    for (SampledNode node : frame.nodes()) {
      Vec3 middle = Places.pose(node).transformPoint(new Vec3(0, 0, 0.5));
      Vec3 seen = inCamera(frame, middle);
      assertEquals(drawn(frame, "distance", node), seen.z(), EXACT);
      PinholeCamera pinhole = frame.cameras().get(0).pinhole();
      assertEquals(drawn(frame, "x", node) * 640, pinhole.projectX(seen), EXACT * 1000);
      assertEquals(drawn(frame, "y", node) * 480, pinhole.projectY(seen), EXACT * 1000);
    }
  }

  /** What is asked for is what is seen: even in the image and in depth, each for itself. */
  @Test
  void drawsInTheFrustumFollowTheirLaw() {
    int each = 1000;
    double[][] sample = new double[3][100 * each];
    for (int frame = 0; frame < 100; frame++) {
      SampledFrame drawn =
          sample(
              frame,
              Optional.of(Scenes.uniform(path("y"), 0.1, 0.9, Scope.INSTANCE)),
              each,
              Placement.Separation.NONE);
      PinholeCamera pinhole = drawn.cameras().get(0).pinhole();
      for (int i = 0; i < each; i++) {
        Vec3 middle = Places.pose(drawn.nodes().get(i)).transformPoint(new Vec3(0, 0, 0.5));
        Vec3 seen = inCamera(drawn, middle);
        sample[0][frame * each + i] = pinhole.projectX(seen) / 640;
        sample[1][frame * each + i] = pinhole.projectY(seen) / 480;
        sample[2][frame * each + i] = seen.z();
      }
    }
    Statistics.assertKolmogorov(sample[0], x -> x);
    Statistics.assertKolmogorov(sample[1], y -> (y - 0.1) / 0.8);
    Statistics.assertKolmogorov(sample[2], depth -> (depth - 5) / 20);
    Statistics.assertUncorrelated(sample[0], sample[2]);
    // Even by volume is another law, and told apart.
    assertThrows(
        AssertionError.class,
        () ->
            Statistics.assertKolmogorov(
                sample[2], depth -> (Math.pow(depth, 3) - 125) / (15625 - 125)));
  }

  private static SampledFrame sample(long number, Optional<Parameter<Double>> y) {
    return sample(number, y, 4, Places.SEPARATE);
  }

  private static SampledFrame sample(
      long number, Optional<Parameter<Double>> y, int count, Placement.Separation separation) {
    Placement view =
        new Placement.InView(
            "",
            Scenes.uniform(path("distance"), 5, 25, Scope.INSTANCE),
            Scenes.uniform(path("x"), 0, 1, Scope.INSTANCE),
            y,
            Places.constant(0.25),
            separation);
    ObjectDescription things = Places.counted(Places.placed(Scenes.object("thing"), view), count);
    // Rolled and pitched: no axis of the image is level.
    CameraPose pose = new CameraPose.Exact(Rotations.camera(new Vec3(1, 2, 3), 0.5, -0.2, 0.15));
    return Places.sample(Scenes.seen(Scenes.scene(7, things), Scenes.camera(pose)), number);
  }

  private static String path(String key) {
    return "objects.thing.place.in_view." + key;
  }

  private static double drawn(SampledFrame frame, String key, SampledNode node) {
    return ArrangementTest.drawn(frame, path(key), node.index());
  }

  private static Vec3 inCamera(SampledFrame frame, Vec3 point) {
    return frame
        .cameras()
        .get(0)
        .worldFromCamera()
        .atLabelInstant()
        .inverse()
        .transformPoint(point);
  }
}
