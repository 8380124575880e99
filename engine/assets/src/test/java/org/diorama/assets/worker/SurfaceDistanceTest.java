package org.diorama.assets.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.diorama.core.asset.LevelOfDetail;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.Model;
import org.diorama.core.asset.Part;
import org.diorama.core.math.Vec3;
import org.diorama.procedural.Primitives;
import org.junit.jupiter.api.Test;

class SurfaceDistanceTest {
  private static SurfaceDistance of(Model model) {
    return new SurfaceDistance(model.mesh(), model.levels().get(0));
  }

  @Test
  void distancesToACubeAreKnown() {
    SurfaceDistance cube = of(Primitives.model("box", 8));
    assertEquals(0.5, cube.distance(new Vec3(0, 0, 0.5)), 1e-7, "its middle");
    assertEquals(2, cube.distance(new Vec3(0.3, -0.2, 3)), 1e-7, "above the top");
    assertEquals(5, cube.distance(new Vec3(3.5, 4.5, 0.5)), 1e-7, "from an edge");
    assertEquals(3, cube.distance(new Vec3(1.5, 2.5, -2)), 1e-7, "from a corner");
    assertEquals(0, cube.distance(new Vec3(0.5, 0.1, 0.7)), 1e-7, "on a side");
  }

  @Test
  void theTreeFindsWhatLookingAtAllFinds() {
    Random random = new Random(3);
    Model torus = Primitives.model("torus", 24);
    SurfaceDistance distance = of(torus);
    int[] corners = SurfaceDistance.corners(torus.mesh(), torus.levels().get(0));
    for (int i = 0; i < 300; i++) {
      Vec3 point =
          new Vec3(random.nextGaussian(), random.nextGaussian(), 0.3 * random.nextGaussian());
      double nearest = Double.POSITIVE_INFINITY;
      for (int t = 0; t < corners.length; t += 3) {
        nearest =
            Math.min(
                nearest,
                PointTriangle.distance(
                    point,
                    vertex(torus.mesh(), corners[t]),
                    vertex(torus.mesh(), corners[t + 1]),
                    vertex(torus.mesh(), corners[t + 2])));
      }
      assertEquals(nearest, distance.distance(point), 1e-12, "seed 3, point " + i);
    }
  }

  private static Vec3 vertex(Mesh mesh, int index) {
    float[] p = mesh.positions();
    return new Vec3(p[3 * index], p[3 * index + 1], p[3 * index + 2]);
  }

  @Test
  void theGreatestDistanceIsThatOfWhatLacks() {
    Model box = Primitives.model("box", 8);
    LevelOfDetail all = box.levels().get(0);
    // The last side is the bottom; without it, its middle is half a meter from the walls.
    LevelOfDetail open = new LevelOfDetail(0, List.of(new Part(0, 0, 30)));
    SurfaceDistance without = new SurfaceDistance(box.mesh(), open);
    double lost = without.greatest(all, 1000);
    assertTrue(lost > 0.16 && lost <= 0.5, "lost " + lost);
    assertEquals(0, new SurfaceDistance(box.mesh(), all).greatest(open, 1000), 1e-7);
    assertTrue(without.greatest(all, 3) <= lost, "fewer samples see no more");
  }

  @Test
  void cornersFollowThePartsOrder() {
    Model box = Primitives.model("box", 8);
    int[] indices = box.mesh().indices();
    LevelOfDetail turned = new LevelOfDetail(0, List.of(new Part(0, 33, 3), new Part(0, 0, 3)));
    int[] expected = {indices[33], indices[34], indices[35], indices[0], indices[1], indices[2]};
    assertArrayEquals(expected, SurfaceDistance.corners(box.mesh(), turned));
  }
}
