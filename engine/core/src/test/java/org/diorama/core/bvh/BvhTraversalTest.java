package org.diorama.core.bvh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diorama.core.asset.Mesh;
import org.diorama.core.asset.MeshBvh;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BvhTraversalTest {
  private static final double FAR = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void agreesWithTestingEveryTriangle(long seed) {
    Random random = new Random(seed);
    MeshSurface surface = RandomSoup.surface(RandomSoup.mesh(random, 20 + random.nextInt(800)));
    MeshBvhTraversal traversal = new MeshBvhTraversal();
    MeshBvhTraversal brute = new MeshBvhTraversal();
    int hits = 0;
    for (int i = 0; i < 3000; i++) {
      Vec3 o = gaussian(random).times(4);
      Vec3 d = i % 3 == 0 ? axis(random) : gaussian(random);
      double far = random.nextBoolean() ? FAR : 4 * random.nextDouble();
      set(traversal, o, d, far);
      boolean hit = traversal.closest(surface);
      boolean expected = bruteForce(brute, surface, o, d, far);
      assertEquals(expected, hit, "seed " + seed + " ray " + i);
      if (hit) {
        hits++;
        assertEquals(brute.distance(), traversal.distance(), "seed " + seed + " ray " + i);
        assertEquals(brute.triangle(), traversal.triangle(), "seed " + seed + " ray " + i);
      }
      set(traversal, o, d, far);
      assertEquals(expected, traversal.any(surface), "seed " + seed + " ray " + i);
    }
    assertTrue(hits > 300, "the rays test something: " + hits);
  }

  @Test
  void noRaySlipsThroughAClosedGrid() {
    // Rays aim at its vertices and edges. Heights vary too little for a silhouette inside.
    Random random = new Random(5);
    int n = 24;
    float[] positions = new float[3 * (n + 1) * (n + 1)];
    for (int v = 0; v < positions.length / 3; v++) {
      positions[3 * v] = (v % (n + 1)) * 0.37f;
      positions[3 * v + 1] = (v / (n + 1)) * 0.37f;
      positions[3 * v + 2] = 0.1f * random.nextFloat();
    }
    int[] indices = new int[6 * n * n];
    for (int cell = 0; cell < n * n; cell++) {
      int v = cell / n * (n + 1) + cell % n;
      int[] two = {v, v + 1, v + n + 2, v, v + n + 2, v + n + 1};
      System.arraycopy(two, 0, indices, 6 * cell, 6);
    }
    MeshSurface surface = RandomSoup.surface(RandomSoup.mesh(positions, indices));
    MeshBvhTraversal traversal = new MeshBvhTraversal();
    Vec3 eye = new Vec3(4.1, 3.7, 9.3);
    for (int i = 0; i < 20000; i++) {
      int cell = random.nextInt(n * n);
      int v = cell / n * (n + 1) + cell % n;
      int corner = new int[] {v + 1, v + n + 1, v + n + 2}[random.nextInt(3)];
      double s = i % 2 == 0 ? 0 : random.nextDouble();
      Vec3 target = vertex(positions, v).times(1 - s).plus(vertex(positions, corner).times(s));
      boolean border =
          target.x() <= 0 || target.y() <= 0 || target.x() >= 0.37f * n || target.y() >= 0.37f * n;
      if (!border) {
        set(traversal, eye, target.minus(eye), FAR);
        assertTrue(traversal.closest(surface), "ray " + i + " to " + target);
      }
    }
  }

  @Test
  void theFilterDecidesWhichHitsCount() {
    float[] positions = {0, 0, 1, 4, 0, 1, 0, 4, 1, 0, 0, 2, 4, 0, 2, 0, 4, 2};
    Mesh mesh = RandomSoup.mesh(positions, new int[] {0, 1, 2, 3, 4, 5});
    MeshSurface all = RandomSoup.surface(mesh);
    MeshBvhTraversal traversal = new MeshBvhTraversal();
    set(traversal, new Vec3(1, 2, 0), Vec3.UNIT_Z, FAR);
    assertTrue(traversal.closest(all));
    assertEquals(1, traversal.distance());
    assertEquals(0.25, traversal.weight1());
    assertEquals(0.5, traversal.weight2());
    int front = traversal.triangle();
    MeshSurface back =
        new MeshSurface(all.triangles(), all.hierarchy(), (triangle, w1, w2) -> triangle != front);
    set(traversal, new Vec3(1, 2, 0), Vec3.UNIT_Z, FAR);
    assertTrue(traversal.closest(back));
    assertEquals(2, traversal.distance());
    set(traversal, new Vec3(1, 2, 0), Vec3.UNIT_Z, 1.5);
    assertFalse(traversal.any(back));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10_000})
  void sceneAgreesWithTestingEverySurface(double offset) {
    Random random = new Random(17);
    List<PlacedSurface> placed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      MeshSurface surface = RandomSoup.surface(RandomSoup.mesh(random, 1 + random.nextInt(60)));
      Vec3 scale = new Vec3(i % 3 == 0 ? -0.7 : 1, 0.5 + random.nextDouble(), 1.5);
      Affine3 pose =
          Affine3.translation(gaussian(random).times(6).plus(new Vec3(offset, -offset, 0)))
              .times(Rotations.aboutAxis(gaussian(random).normalize(), random.nextDouble() * 6))
              .times(Affine3.scaling(scale));
      placed.add(new PlacedSurface(pose, surface));
    }
    SceneBvh scene = new SceneBvh(placed);
    SceneBvhTraversal traversal = new SceneBvhTraversal();
    SceneBvhTraversal alone = new SceneBvhTraversal();
    List<SceneBvh> singles =
        placed.stream().map(surface -> new SceneBvh(List.of(surface))).toList();
    int hits = 0;
    for (int i = 0; i < 2000; i++) {
      Vec3 o = gaussian(random).times(12).plus(new Vec3(offset, -offset, 0));
      Vec3 d = gaussian(random);
      int expectedSurface = -1;
      double expected = FAR;
      for (int s = 0; s < singles.size(); s++) {
        boolean met = alone.closest(singles.get(s), o, d, 0, FAR);
        double distance = alone.distance();
        assertEquals(met, traversal.meets(scene, s, o, d, 0));
        if (met && distance < expected) {
          expected = distance;
          expectedSurface = s;
        }
      }
      boolean hit = traversal.closest(scene, o, d, 0, FAR);
      assertEquals(expectedSurface >= 0, hit, "ray " + i);
      if (hit) {
        hits++;
        assertEquals(expectedSurface, traversal.surface(), "ray " + i);
        assertEquals(expected, traversal.distance(), "ray " + i);
        assertFalse(traversal.any(scene, o, d, 0, expected * (1 - 1e-9)));
        assertTrue(traversal.any(scene, o, d, 0, expected));
      }
    }
    assertTrue(hits > 300, "the rays test something: " + hits);
  }

  @Test
  void theFirstOfCoincidentSurfacesWins() {
    MeshSurface surface =
        RandomSoup.surface(
            RandomSoup.mesh(new float[] {-1, -1, 0, 1, -1, 0, 0, 1, 0}, new int[] {0, 1, 2}));
    PlacedSurface placed = new PlacedSurface(Affine3.IDENTITY, surface);
    SceneBvh scene = new SceneBvh(List.of(placed, placed, placed, placed, placed, placed));
    SceneBvhTraversal traversal = new SceneBvhTraversal();
    assertTrue(traversal.closest(scene, new Vec3(0, 0, 5), new Vec3(0, 0, -1), 0, FAR));
    assertEquals(0, traversal.surface());
  }

  private static boolean bruteForce(
      MeshBvhTraversal brute, MeshSurface surface, Vec3 o, Vec3 d, double far) {
    MeshBvh one =
        new MeshBvh(
            new float[] {-1e30f, -1e30f, -1e30f, 1e30f, 1e30f, 1e30f},
            new int[] {0, -surface.triangles().count()},
            surface.hierarchy().order());
    set(brute, o, d, far);
    return brute.closest(new MeshSurface(surface.triangles(), one, surface.filter()));
  }

  private static void set(MeshBvhTraversal traversal, Vec3 o, Vec3 d, double far) {
    traversal.ray(o.x(), o.y(), o.z(), d.x(), d.y(), d.z(), 0, far);
  }

  private static Vec3 gaussian(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static Vec3 axis(Random random) {
    double sign = random.nextBoolean() ? 1 : -1;
    return List.of(Vec3.UNIT_X, Vec3.UNIT_Y, Vec3.UNIT_Z).get(random.nextInt(3)).times(sign);
  }

  private static Vec3 vertex(float[] positions, int index) {
    return new Vec3(positions[3 * index], positions[3 * index + 1], positions[3 * index + 2]);
  }
}
