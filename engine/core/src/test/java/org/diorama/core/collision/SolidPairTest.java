package org.diorama.core.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.asset.MeshSurface;
import org.diorama.core.bvh.ClosedMeshes;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolidPairTest {
  private static final double MARGIN = 1e-4;
  private static final Aabb CUBE = new Aabb(Vec3.ZERO, Vec3.ONE);
  private static final MeshSurface BALL = ClosedMeshes.sphere(Vec3.ZERO, 1, 24);

  private static Optional<ConvexSolid> solid(MeshSurface surface) {
    return ConvexSolid.of(surface, SurfaceShells.of(surface));
  }

  /** Of two copies, the first where it was made. */
  private static SolidPair.Relation relation(ConvexSolid solid, Affine3 pose) {
    return new SolidPair(solid, Affine3.IDENTITY, solid, pose, MARGIN).relation();
  }

  @Test
  void closedConvexSurfacesAreSolids() {
    for (MeshSurface surface :
        List.of(
            ClosedMeshes.box(CUBE),
            BALL,
            ClosedMeshes.sphere(Vec3.ZERO, 1, 32),
            ClosedMeshes.cylinder(0.3, 1, 17),
            ClosedMeshes.tetrahedron(2))) {
      assertTrue(solid(surface).isPresent());
    }
  }

  @Test
  void othersAreNone() {
    MeshSurface twoBoxes =
        ClosedMeshes.boxes(List.of(CUBE, new Aabb(new Vec3(2, 0, 0), new Vec3(3, 1, 1))));
    MeshSurface angle =
        ClosedMeshes.boxes(List.of(CUBE, new Aabb(new Vec3(1, 1, 0), new Vec3(2, 2, 1))));
    float[] corners = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};
    MeshSurface open = ClosedMeshes.surface(corners, new int[] {0, 2, 1, 0, 1, 3, 0, 3, 2});
    // A tetrahedron with a fifth corner inside, to which one of its sides is pulled in.
    float[] dented = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0.2f, 0.2f, 0.2f};
    MeshSurface hollow =
        ClosedMeshes.surface(
            dented, new int[] {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 4, 2, 3, 4, 3, 1, 4});
    for (MeshSurface surface : List.of(twoBoxes, angle, open, hollow)) {
      assertFalse(solid(surface).isPresent());
    }
  }

  @Test
  void theBallInsideIsAsWideAsTheSolidIsThinWhereverItLies() {
    ConvexSolid cube = solid(ClosedMeshes.box(CUBE)).orElseThrow();
    Affine3 turned = Rotations.aboutAxis(new Vec3(0.6, 0, 0.8), 0.7);
    Affine3 flat = Affine3.translation(Vec3.ONE).times(turned.times(scaling(3, 0.2, 0.5)));
    assertEquals(0.5, cube.innerRadius(Affine3.IDENTITY), 1e-9);
    assertEquals(0.1, cube.innerRadius(flat), 1e-9);
    assertEquals(0, cube.innerRadius(scaling(3, 0.2, 0.5).times(turned)), "skewed");
  }

  private static Affine3 scaling(double x, double y, double z) {
    return Affine3.scaling(new Vec3(x, y, z));
  }

  @Test
  void theFarthestCornerIsTheOneThatLookingAtAllFinds() {
    Random random = new Random(41);
    for (MeshSurface surface :
        List.of(BALL, ClosedMeshes.box(CUBE), ClosedMeshes.cylinder(0.1, 3, 40))) {
      ConvexSolid solid = solid(surface).orElseThrow();
      for (int i = 0; i < 300; i++) {
        Vec3 d = direction(random);
        double best = Double.NEGATIVE_INFINITY;
        for (int triangle = 0; triangle < surface.triangles().count(); triangle++) {
          for (int corner = 0; corner < 3; corner++) {
            best = Math.max(best, d.dot(surface.triangles().corner(triangle, corner)));
          }
        }
        assertEquals(best, d.dot(solid.farthest(d.x(), d.y(), d.z())), 1e-7, "seed 41, " + i);
      }
    }
  }

  @Test
  void ballsAreToldByTheirDistance() {
    ConvexSolid ball = solid(BALL).orElseThrow();
    Random random = new Random(42);
    double sagitta = 1 - StrictMath.cos(StrictMath.PI / 24);
    Map<SolidPair.Relation, Integer> seen = new EnumMap<>(SolidPair.Relation.class);
    for (int i = 0; i < 500; i++) {
      double scale = 0.1 + random.nextDouble();
      Vec3 towards = direction(random);
      double distance = (1 + scale) * (0.3 + 1.2 * random.nextDouble());
      Affine3 pose =
          Affine3.translation(towards.times(distance))
              .times(Rotations.aboutAxis(direction(random), 6 * random.nextDouble()))
              .times(Affine3.scaling(new Vec3(scale, scale, scale)));
      SolidPair.Relation relation = relation(ball, pose);
      String message = "seed 42, " + i + ", distance " + distance + ", radius " + scale;
      if (distance > 1 + scale + 2 * MARGIN) {
        assertEquals(SolidPair.Relation.APART, relation, message);
      } else if (relation == SolidPair.Relation.APART) {
        assertTrue(distance > (1 + scale) * (1 - sagitta), message);
      }
      seen.merge(relation, 1, Integer::sum);
    }
    assertTrue(seen.get(SolidPair.Relation.SHARING) > 150, "" + seen);
    assertTrue(seen.getOrDefault(SolidPair.Relation.UNCLEAR, 0) < 50, "" + seen);
  }

  /** Boxes along the axes have closed forms, and ties wherever a search could stumble. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void alignedBoxesAreNeverToldWrong(long seed) {
    Random random = new Random(seed);
    ConvexSolid cube = solid(ClosedMeshes.box(CUBE)).orElseThrow();
    int unclear = 0;
    for (int i = 0; i < 2000; i++) {
      Vec3 size = new Vec3(eighths(random), eighths(random), eighths(random)).plus(Vec3.ONE);
      Vec3 at = new Vec3(eighths(random), eighths(random), eighths(random)).minus(Vec3.ONE);
      Vec3 overlap = at.plus(size).min(Vec3.ONE).minus(at.max(Vec3.ZERO));
      double least = Math.min(overlap.x(), Math.min(overlap.y(), overlap.z()));
      Affine3 pose = Affine3.translation(at).times(Affine3.scaling(size));
      String message = "seed " + seed + ", " + i + ": " + size + " at " + at;
      switch (relation(cube, pose)) {
        case APART -> assertTrue(least < -MARGIN, message);
        case SHARING -> assertTrue(least > MARGIN, message);
        case UNCLEAR -> unclear++;
      }
    }
    assertTrue(unclear < 1000, "seed " + seed + ": triangles decide " + unclear + " of 2000");
  }

  @Test
  void neitherIsSaidOfWhatTouches() {
    ConvexSolid cube = solid(ClosedMeshes.box(CUBE)).orElseThrow();
    for (Vec3 at :
        List.of(new Vec3(1, 0.3, 0.2), new Vec3(1, 1, 0.1), Vec3.ONE, new Vec3(0.1, 0.2, -1))) {
      Affine3 pose = Affine3.translation(at);
      assertEquals(SolidPair.Relation.UNCLEAR, relation(cube, pose), "" + at);
    }
  }

  private static double eighths(Random random) {
    return random.nextInt(17) / 8.0;
  }

  private static Vec3 direction(Random random) {
    return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
        .normalize();
  }
}
