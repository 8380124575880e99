package org.diorama.procedural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.asset.AssetKeypoints;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.collision.SurfaceDistance;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.NamedPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapePointsTest {
  @ParameterizedTest
  @EnumSource(Shape.class)
  void pointsLieOnTheShapeWithEachNumberOfSegments(Shape shape) {
    AssetKeypoints keypoints = Primitives.keypoints(shape.id());
    for (int segments : new int[] {3, 4, 7, 48}) {
      MeshSurface surface = MeshSurface.of(Primitives.model(shape.id(), segments), 0);
      for (NamedPoint point : keypoints.points()) {
        assertTrue(
            SurfaceDistance.isWithin(surface, Vec3.ONE, point.position(), 1e-6),
            shape + " of " + segments + ": " + point);
      }
    }
    assertEquals(
        keypoints.skeleton().points(), keypoints.points().stream().map(NamedPoint::name).toList());
  }

  @Test
  void aBoxHasItsCornersAndEdges() {
    AssetKeypoints box = Primitives.keypoints("box");
    assertEquals(8, box.points().stream().map(NamedPoint::position).distinct().count());
    assertEquals(12, box.skeleton().bones().size());
    for (var bone : box.skeleton().bones()) {
      assertEquals(1, at(box, bone.from()).minus(at(box, bone.to())).length(), bone.toString());
    }
    assertEquals(new Vec3(0.5, -0.5, 1), at(box, "top_front_left"));
  }

  @Test
  void aRingHasNone() {
    assertEquals(List.of(), Primitives.keypoints("torus").points());
  }

  private static Vec3 at(AssetKeypoints keypoints, String name) {
    return keypoints.points().stream()
        .filter(point -> point.name().equals(name))
        .findFirst()
        .orElseThrow()
        .position();
  }
}
