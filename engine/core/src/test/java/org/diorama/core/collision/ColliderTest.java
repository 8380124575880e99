package org.diorama.core.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.ClosedMeshes;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColliderTest {
  private static final Vec3 FAR = new Vec3(10_000, -10_000, 300);
  private static final MeshSurface BOX = ClosedMeshes.box(new Aabb(Vec3.ZERO, Vec3.ONE));

  private final Collider collider = new Collider(new Shells());

  private boolean collide(MeshSurface a, Affine3 poseA, MeshSurface b, Affine3 poseB) {
    boolean result = collider.collide(new PlacedSurface(poseA, a), new PlacedSurface(poseB, b));
    assertEquals(
        result,
        collider.collide(new PlacedSurface(poseB, b), new PlacedSurface(poseA, a)),
        "whichever is named first");
    return result;
  }

  /** The same near the origin and far from it, and turned together. */
  private boolean collideEverywhere(MeshSurface a, MeshSurface b, Affine3 aFromB) {
    boolean result = collide(a, Affine3.IDENTITY, b, aFromB);
    Affine3 away = Affine3.translation(FAR).times(Rotations.aboutAxis(new Vec3(0.6, 0, 0.8), 0.7));
    assertEquals(result, collide(a, away, b, away.times(aFromB)), "10 km away");
    return result;
  }

  private static Affine3 at(double x, double y, double z) {
    return Affine3.translation(new Vec3(x, y, z));
  }

  @Test
  void boxesThatTouchShareNothing() {
    for (Affine3 pose :
        List.of(
            at(1, 0, 0), at(0, 0, 1), at(1, 1, 0), at(1, 1, 1), at(0.3, 0.4, 1), at(1, .5, -.2))) {
      assertFalse(collideEverywhere(BOX, BOX, pose), "" + pose);
    }
  }

  @Test
  void theToleranceIsAMicrometer() {
    assertFalse(collideEverywhere(BOX, BOX, at(0.3, 0.4, 1 - 5e-7)));
    assertTrue(collideEverywhere(BOX, BOX, at(0.3, 0.4, 1 - 5e-6)));
    assertFalse(collideEverywhere(BOX, BOX, at(1 + 1e-5, 0.2, 0.1)));
    assertTrue(collideEverywhere(BOX, BOX, at(1 - 1e-5, 0.2, 0.1)));
  }

  @Test
  void alignedBoxesShareRoomThoughNoSidesCross() {
    for (Affine3 pose :
        List.of(at(0, 0, 0), at(0.5, 0, 0), at(0, 0.9, 0), at(0, 0, 1e-4), at(0.25, 0.25, 0))) {
      assertTrue(collideEverywhere(BOX, BOX, pose), "" + pose);
    }
    MeshSurface slab = ClosedMeshes.box(new Aabb(new Vec3(0.2, 0, 0), new Vec3(0.8, 1, 1)));
    assertTrue(collideEverywhere(BOX, slab, Affine3.IDENTITY));
  }

  @Test
  void oneInsideTheOtherSharesRoom() {
    MeshSurface small = ClosedMeshes.sphere(new Vec3(0.5, 0.5, 0.5), 0.2, 12);
    assertTrue(collideEverywhere(BOX, small, Affine3.IDENTITY));
    assertFalse(collideEverywhere(BOX, small, at(1.5, 0, 0)));
    MeshSurface two =
        ClosedMeshes.boxes(
            List.of(
                new Aabb(new Vec3(5, 5, 5), new Vec3(6, 6, 6)),
                new Aabb(new Vec3(0.4, 0.4, 0.4), new Vec3(0.6, 0.6, 0.6))));
    assertTrue(collideEverywhere(BOX, two, Affine3.IDENTITY), "one of its parts does");
  }

  @Test
  void whatLiesInAnOpenContainerIsFree() {
    List<Vec3> vertices = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    LevelTriangles all = BOX.triangles();
    for (int triangle = 0; triangle < all.count(); triangle++) {
      boolean lid = true;
      for (int corner = 0; corner < 3; corner++) {
        int v = 3 * all.vertex(triangle, corner);
        float[] p = all.positions();
        lid &= p[v + 2] == 1;
        indices.add(vertices.size());
        vertices.add(new Vec3(p[v], p[v + 1], p[v + 2]));
      }
      if (lid) {
        indices.subList(indices.size() - 3, indices.size()).clear();
      }
    }
    MeshSurface bin = ClosedMeshes.surface(vertices, indices);
    MeshSurface ball = ClosedMeshes.sphere(new Vec3(0.5, 0.5, 0.5), 0.2, 12);
    assertFalse(collideEverywhere(bin, ball, Affine3.IDENTITY));
    assertFalse(collideEverywhere(bin, ball, at(0, 0, 0.5)), "through the opening");
    assertTrue(collideEverywhere(bin, ball, at(0.4, 0, 0)), "through a wall");
  }

  @Test
  void whichWayTrianglesFaceDoesNotMatter() {
    MeshSurface ball = insideOut(ClosedMeshes.sphere(Vec3.ZERO, 1, 24));
    assertTrue(collideEverywhere(ball, ClosedMeshes.sphere(Vec3.ZERO, 0.3, 12), at(0.2, 0, 0)));
  }

  @Test
  void ballsCollideAsTheirRadiiSay() {
    MeshSurface ball = ClosedMeshes.sphere(Vec3.ZERO, 1, 48);
    double sagitta = 1 - StrictMath.cos(StrictMath.PI / 96);
    Random random = new Random(21);
    for (int i = 0; i < 60; i++) {
      Vec3 towards = direction(random);
      Affine3 turn = Rotations.aboutAxis(direction(random), 6 * random.nextDouble());
      double scale = 0.2 + random.nextDouble();
      Affine3 shrunk = turn.times(Affine3.scaling(new Vec3(scale, scale, scale)));
      double reach = 1 + scale;
      Affine3 apart = Affine3.translation(towards.times(reach + 1e-5)).times(shrunk);
      Affine3 close = Affine3.translation(towards.times(reach - 3 * sagitta * reach)).times(shrunk);
      assertFalse(collideEverywhere(ball, ball, apart), "seed 21, pair " + i);
      assertTrue(collideEverywhere(ball, ball, close), "seed 21, pair " + i);
    }
  }

  @Test
  void tetrahedraMayTouchButNotPierce() {
    MeshSurface tetrahedron = ClosedMeshes.tetrahedron(1);
    Affine3 mirrored = Affine3.scaling(new Vec3(-1, 1, 1));
    assertFalse(collideEverywhere(tetrahedron, tetrahedron, mirrored), "a common side");
    assertFalse(collideEverywhere(tetrahedron, tetrahedron, at(1, 0, 0)), "corner on corner");
    assertFalse(collideEverywhere(tetrahedron, tetrahedron, at(1, 0, -0.5)), "corner on edge");
    Affine3 upsideDown = Affine3.scaling(new Vec3(1, 1, -1));
    Affine3 above = at(0.2, 0.2, 1).times(upsideDown);
    assertFalse(collideEverywhere(BOX, tetrahedron, at(0, 0, 1).times(above)), "tip on a side");
    assertTrue(collideEverywhere(BOX, tetrahedron, at(0, 0, 1 - 1e-4).times(above)), "it pierces");
    assertTrue(collideEverywhere(tetrahedron, tetrahedron, at(0.999, 0, 0)), "the tip pierces");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void itAgreesWithTestingEveryPairOfTriangles(long seed) {
    Random random = new Random(seed);
    int crossing = 0;
    int free = 0;
    for (int i = 0; i < 150; i++) {
      MeshSurface a = shape(random);
      MeshSurface b = shape(random);
      Affine3 poseA = pose(random, Vec3.ZERO);
      Affine3 poseB = pose(random, Vec3.ZERO);
      boolean expected = bruteForce(a, poseA, b, poseB);
      String message = "seed " + seed + ", pair " + i;
      assertEquals(expected, collide(a, poseA, b, poseB), message);
      Affine3 away = Affine3.translation(FAR);
      assertEquals(expected, collide(a, away.times(poseA), b, away.times(poseB)), message);
      crossing += expected ? 1 : 0;
      free += expected ? 0 : 1;
    }
    assertTrue(crossing > 15 && free > 15, crossing + " collide, " + free + " do not");
  }

  private static MeshSurface shape(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> ClosedMeshes.sphere(Vec3.ZERO, 0.5, 3 + random.nextInt(6));
      case 1 -> ClosedMeshes.cylinder(0.3, 1, 3 + random.nextInt(9));
      default ->
          ClosedMeshes.boxes(
              List.of(
                  new Aabb(new Vec3(-0.5, -0.5, 0.4), new Vec3(0.5, 0.5, 0.5)),
                  new Aabb(new Vec3(-0.5, -0.5, -0.5), new Vec3(-0.4, 0.5, 0.4)),
                  new Aabb(new Vec3(0.4, -0.5, -0.5), new Vec3(0.5, 0.5, 0.4))));
    };
  }

  private static Affine3 pose(Random random, Vec3 origin) {
    Vec3 at = direction(random).times(0.9 * random.nextDouble()).plus(origin);
    Vec3 scale = new Vec3(factor(random), factor(random), factor(random));
    return Affine3.translation(at)
        .times(Rotations.aboutAxis(direction(random), 6 * random.nextDouble()))
        .times(Affine3.scaling(scale));
  }

  private static double factor(Random random) {
    return 0.2 + random.nextDouble();
  }

  /** Segments of one against triangles of the other, then a vertex of every part in the other. */
  private static boolean bruteForce(MeshSurface a, Affine3 poseA, MeshSurface b, Affine3 poseB) {
    List<Vec3[]> trianglesA = triangles(a, poseA);
    List<Vec3[]> trianglesB = triangles(b, poseB);
    for (Vec3[] one : trianglesA) {
      for (Vec3[] other : trianglesB) {
        if (pierces(one, other) || pierces(other, one)) {
          return true;
        }
      }
    }
    return trianglesA.stream().anyMatch(one -> windingNumber(trianglesB, one[0]) != 0)
        || trianglesB.stream().anyMatch(one -> windingNumber(trianglesA, one[0]) != 0);
  }

  private static List<Vec3[]> triangles(MeshSurface surface, Affine3 pose) {
    LevelTriangles triangles = surface.triangles();
    float[] p = triangles.positions();
    List<Vec3[]> result = new ArrayList<>();
    for (int i = 0; i < triangles.count(); i++) {
      Vec3[] corners = new Vec3[3];
      for (int corner = 0; corner < 3; corner++) {
        int v = 3 * triangles.vertex(i, corner);
        corners[corner] = pose.transformPoint(new Vec3(p[v], p[v + 1], p[v + 2]));
      }
      result.add(corners);
    }
    return result;
  }

  private static boolean pierces(Vec3[] edges, Vec3[] triangle) {
    for (int i = 0; i < 3; i++) {
      Vec3 p = edges[i];
      Vec3 q = edges[(i + 1) % 3];
      double below = volume(triangle[0], triangle[1], triangle[2], p);
      double above = volume(triangle[0], triangle[1], triangle[2], q);
      double u = volume(p, q, triangle[0], triangle[1]);
      double v = volume(p, q, triangle[1], triangle[2]);
      double w = volume(p, q, triangle[2], triangle[0]);
      if (below * above < 0 && (u > 0 && v > 0 && w > 0 || u < 0 && v < 0 && w < 0)) {
        return true;
      }
    }
    return false;
  }

  private static double volume(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
    return b.minus(a).cross(c.minus(a)).dot(d.minus(a));
  }

  /** By solid angles: Van Oosterom, Strackee, IEEE Trans. Biomed. Eng. 30(2), 1983. */
  private static long windingNumber(List<Vec3[]> triangles, Vec3 point) {
    double sum = 0;
    for (Vec3[] triangle : triangles) {
      Vec3 a = triangle[0].minus(point);
      Vec3 b = triangle[1].minus(point);
      Vec3 c = triangle[2].minus(point);
      double la = a.length();
      double lb = b.length();
      double lc = c.length();
      double below = la * lb * lc + a.dot(b) * lc + b.dot(c) * la + c.dot(a) * lb;
      sum += 2 * StrictMath.atan2(a.dot(b.cross(c)), below);
    }
    return Math.round(sum / (4 * StrictMath.PI));
  }

  @Test
  void pointsAreInsideWhereTheWindingNumberSaysSo() {
    Random random = new Random(31);
    int inside = 0;
    for (int i = 0; i < 40; i++) {
      MeshSurface surface = shape(random);
      Affine3 pose = pose(random, i % 2 == 0 ? Vec3.ZERO : FAR);
      List<Vec3[]> triangles = triangles(surface, pose);
      for (int k = 0; k < 50; k++) {
        Vec3 point = pose.translation().plus(direction(random).times(0.7 * random.nextDouble()));
        boolean expected = windingNumber(triangles, point) != 0;
        assertEquals(
            expected,
            collider.contains(new PlacedSurface(pose, surface), point),
            "seed 31, surface " + i + ", point " + k);
        inside += expected ? 1 : 0;
      }
    }
    assertTrue(inside > 200, "the points test something: " + inside);
  }

  @Test
  void aLeafWithTwoSidesEnclosesNothing() {
    float[] corners = {0, 0, 0.5f, 1, 0, 0.5f, 1, 1, 0.5f};
    MeshSurface leaf = ClosedMeshes.surface(corners, new int[] {0, 1, 2, 0, 2, 1});
    assertFalse(SurfaceShells.of(leaf).anyClosed());
    assertFalse(collideEverywhere(leaf, leaf, Affine3.IDENTITY), "a leaf on a leaf");
    assertTrue(collideEverywhere(BOX, leaf, at(0.3, 0, 0)), "it cuts the box's side");
    assertTrue(SurfaceShells.of(BOX).anyClosed());
  }

  @Test
  void partsAreCountedWhereverTheirTrianglesStand() {
    MeshSurface three =
        ClosedMeshes.boxes(
            List.of(
                new Aabb(Vec3.ZERO, Vec3.ONE),
                new Aabb(new Vec3(3, 0, 0), new Vec3(4, 1, 1)),
                new Aabb(new Vec3(4, 1, 1), new Vec3(5, 2, 2)))); // meets the second in a corner
    SurfaceShells shells = SurfaceShells.of(three);
    assertEquals(2, shells.count());
    assertTrue(shells.isClosed(0) && shells.isClosed(1));
    assertEquals(0, shells.firstTriangle(0));
    assertEquals(12, shells.firstTriangle(1));
    assertEquals(1, shells.shell(35));
  }

  @Test
  void whatIsKnownOfASurfaceIsFoundOutOnce() {
    Shells shells = new Shells();
    MeshSurface other = ClosedMeshes.tetrahedron(1);
    Shells.Form box = shells.of(BOX);
    assertTrue(shells.of(other) != box);
    assertTrue(shells.of(BOX) == box, "still known");
  }

  @Test
  void emptySurfacesAreNowhere() {
    MeshSurface nothing = ClosedMeshes.surface(new float[0], new int[0]);
    assertFalse(collideEverywhere(BOX, nothing, Affine3.IDENTITY));
  }

  private static MeshSurface insideOut(MeshSurface surface) {
    LevelTriangles triangles = surface.triangles();
    int[] indices = new int[3 * triangles.count()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = triangles.vertex(i / 3, 2 - i % 3);
    }
    return ClosedMeshes.surface(triangles.positions(), indices);
  }

  private static Vec3 direction(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
        .normalize();
  }
}
