package org.diorama.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.junit.jupiter.api.Test;

class HullBuilderTest {
  @Test
  void aBoxIsItsEightCorners() {
    ConvexHull hull = HullBuilder.of(Meshes.box(1, 2, 3).positions());
    assertEquals(8, hull.vertexCount());
    assertEquals(6, hull.volume(), 1e-12);
    assertEquals(0, hull.centroid().length(), 1e-12);
    assertEquals(0.5, Solid.of(List.of(hull)).innerRadius(), 1e-12);
    assertEquals(Math.sqrt(14) / 2, Solid.of(List.of(hull)).radius(), 1e-12);
  }

  /** Points on faces and edges and inside add nothing: the worst case for rounding. */
  @Test
  void aLatticeIsABox() {
    float[] positions = new float[3 * 7 * 7 * 7];
    for (int i = 0; i < 343; i++) {
      positions[3 * i] = 0.1f * (i % 7);
      positions[3 * i + 1] = 0.1f * (i / 7 % 7);
      positions[3 * i + 2] = 0.1f * (i / 49);
    }
    ConvexHull hull = HullBuilder.of(positions);
    assertEquals(0.216, hull.volume(), 1e-6);
    check(hull, positions, 0);
  }

  @Test
  void aSphereIsKnownAndNearlyAsLarge() {
    float[] positions = Meshes.sphere(0.5, 32).positions();
    ConvexHull hull = HullBuilder.of(positions);
    assertEquals(HullBuilder.MAX_VERTICES, hull.vertexCount());
    assertEquals(Math.PI / 6, hull.volume(), 0.03);
    assertTrue(Solid.of(List.of(hull)).isSphere());
  }

  @Test
  void randomHullsHoldTheirPointsAndAreClosed() {
    for (int seed = 0; seed < 50; seed++) {
      float[] positions = Meshes.cloud(60, RandomStreams.of(seed, 0)).positions();
      check(HullBuilder.of(positions), positions, seed);
    }
  }

  /** The order of the points may change the faces, never the body. */
  @Test
  void theOrderOfPointsDoesNotMatter() {
    RandomStream random = RandomStreams.of(3, 0);
    float[] positions = Meshes.cloud(40, random).positions();
    List<Vec3> points = new ArrayList<>();
    for (int i = 0; i < positions.length; i += 3) {
      points.add(new Vec3(positions[i], positions[i + 1], positions[i + 2]));
    }
    Collections.reverse(points);
    float[] reversed = new float[positions.length];
    for (int i = 0; i < points.size(); i++) {
      reversed[3 * i] = (float) points.get(i).x();
      reversed[3 * i + 1] = (float) points.get(i).y();
      reversed[3 * i + 2] = (float) points.get(i).z();
    }
    assertEquals(HullBuilder.of(positions).volume(), HullBuilder.of(reversed).volume(), 1e-3);
  }

  @Test
  void flatAndThinThingsGetABody() {
    ConvexHull sheet = HullBuilder.of(Meshes.ground(0.3).positions());
    assertEquals(0.3 * 0.3 * 5e-4, sheet.volume(), 1e-9);
    ConvexHull needle = HullBuilder.of(new float[] {0, 0, 0, 1, 1, 0, 0.5f, 0.5f, 0});
    assertTrue(needle.volume() > 1e-7, "volume " + needle.volume());
    ConvexHull point = HullBuilder.of(new float[] {1, 2, 3});
    assertEquals(1.25e-10, point.volume(), 1e-15);
  }

  /** An inset box is the smaller box. */
  @Test
  void insetMovesEveryFaceByTheSame() {
    ConvexHull hull = HullBuilder.of(Meshes.box(1, 2, 3).positions());
    for (Vec3 corner : hull.inset(0.1)) {
      assertEquals(0.4, Math.abs(corner.x()), 2e-3);
      assertEquals(0.9, Math.abs(corner.y()), 2e-3);
      assertEquals(1.4, Math.abs(corner.z()), 2e-3);
    }
  }

  private static void check(ConvexHull hull, float[] positions, int seed) {
    double tolerance = 2 * HullBuilder.TOLERANCE;
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < hull.faces().length; i += 3) {
      Vec3 a = hull.vertex(hull.faces()[i]);
      for (int k = 0; k < positions.length; k += 3) {
        Vec3 p = new Vec3(positions[k], positions[k + 1], positions[k + 2]);
        double outside = p.minus(a).dot(hull.normal(i));
        assertTrue(outside < tolerance, "seed " + seed + ": a point is outside by " + outside);
      }
      for (int k = 0; k < 3; k++) {
        edges.add(hull.faces()[i + k] + " " + hull.faces()[i + (k + 1) % 3]);
      }
    }
    for (String edge : edges) {
      String[] ends = edge.split(" ");
      assertEquals(1, Collections.frequency(edges, edge), "seed " + seed);
      assertEquals(1, Collections.frequency(edges, ends[1] + " " + ends[0]), "seed " + seed);
    }
  }
}
