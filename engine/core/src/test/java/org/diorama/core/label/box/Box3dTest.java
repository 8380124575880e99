package org.diorama.core.label.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Box3dTest {
  private static final PinholeCamera CAMERA = new PinholeCamera(320, 240, 300, 300, 160, 120);

  private static Box3d of(LevelPoints points, Affine3 worldFromObject) {
    return Box3d.of(Affine3.IDENTITY, List.of(new Body(points, worldFromObject))).orElseThrow();
  }

  private static void assertNear(Vec3 expected, Vec3 actual, double tolerance) {
    assertEquals(0, expected.minus(actual).length(), tolerance, actual.toString());
  }

  private static void assertRigid(Affine3 map) {
    Vec3 x = map.transformDirection(Vec3.UNIT_X);
    Vec3 y = map.transformDirection(Vec3.UNIT_Y);
    assertEquals(1, x.length(), 1e-12);
    assertEquals(1, y.length(), 1e-12);
    assertNear(map.transformDirection(Vec3.UNIT_Z), x.cross(y), 1e-12);
  }

  /**
   * A child of half its parent's size, whose scale is twofold, is as large as it would be alone.
   */
  @Test
  void scalesOfParentsCancel() {
    Affine3 turn = Rotations.yaw(0.7);
    Affine3 parent = Affine3.translation(new Vec3(5, 6, 0)).times(Affine3.scaling(scale(2, 2, 2)));
    Affine3 child =
        Affine3.translation(new Vec3(1, 0, 0))
            .times(turn)
            .times(Affine3.scaling(scale(0.5, 1, 1.5)));
    Box3d box = of(Bodies.cube(), parent.times(child));
    assertNear(scale(1, 2, 3), box.size(), 1e-12);
    assertEquals(Math.sqrt(85), box.distance(), 1e-12);
    assertNear(new Vec3(7, 6, 0), box.worldFromBox().translation(), 1e-12);
    assertRigid(box.worldFromBox());
    assertNear(
        turn.transformDirection(Vec3.UNIT_X),
        box.worldFromBox().transformDirection(Vec3.UNIT_X),
        1e-12);
  }

  private static Vec3 scale(double x, double y, double z) {
    return new Vec3(x, y, z);
  }

  @Test
  void aMirroredThingHasARightHandedBox() {
    Affine3 map = Rotations.yaw(0.3).times(Affine3.scaling(scale(-2, 1, 3)));
    Box3d box = of(Bodies.cube(), map);
    assertRigid(box.worldFromBox());
    assertNear(scale(2, 1, 3), box.size(), 1e-12);
    RigidPose pose = RigidPose.of(map);
    assertNear(scale(2, 1, -3), pose.scale(), 1e-12);
    Affine3 again = pose.rigid().times(Affine3.scaling(pose.scale()));
    for (int i = 0; i < 12; i++) {
      assertEquals(map.toRows()[i], again.toRows()[i], 1e-12);
    }
  }

  @Test
  void aFlatThingHasAFlatBox() {
    LevelPoints quad =
        new LevelPoints(
            new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
            new int[] {0, 1, 2},
            new Aabb(Vec3.ZERO, new Vec3(1, 1, 0)));
    assertNear(scale(4, 4, 0), of(quad, Affine3.scaling(scale(4, 4, 4))).size(), 1e-12);
  }

  @Test
  void withoutTrianglesThereIsNone() {
    LevelPoints nothing = new LevelPoints(new float[0], new int[0], Aabb.EMPTY);
    assertEquals(
        Optional.empty(), Box3d.of(Affine3.IDENTITY, List.of(new Body(nothing, Affine3.IDENTITY))));
  }

  @Test
  void aSingularPoseIsAFault() {
    assertThrows(
        IllegalArgumentException.class, () -> RigidPose.of(Affine3.scaling(scale(1, 0, 1))));
  }

  /** A cube 7 m away, turned by 45° about the vertical: its edges stand at 6.29, 7 and 7.71 m. */
  @Test
  void looseBoxOfATurnedCube() {
    Affine3 cameraFromCube =
        Affine3.translation(new Vec3(0, 0, 7)).times(Rotations.aboutAxis(Vec3.UNIT_Y, Math.PI / 4));
    ImageBox box = of(Bodies.cube(), cameraFromCube).projected(CAMERA).orElseThrow();
    double half = Math.sqrt(0.5);
    assertEquals(160 - 300 * half / 7, box.x(), 1e-9);
    assertEquals(2 * 300 * half / 7, box.width(), 1e-9);
    assertEquals(120 - 150 / (7 - half), box.y(), 1e-9);
    assertEquals(300 / (7 - half), box.height(), 1e-9);
  }

  /**
   * Around every vertex in space, and around the full box in the image; far from the origin too.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void holdsAllThatBelongsToIt(long seed) {
    Random random = new Random(seed);
    Affine3 worldFromCamera = Affine3.translation(new Vec3(4000, -3000, 2));
    for (int i = 0; i < 20; i++) {
      Vec3 place = new Vec3(4000, -3000, 2).plus(Bodies.gaussian(random).times(2));
      Affine3 skew =
          Bodies.turned(random, Vec3.ZERO).times(Affine3.scaling(scale(0.3, 1, 2 + i % 2)));
      List<Body> bodies =
          List.of(
              new Body(
                  Bodies.soup(random, 4),
                  Bodies.turned(random, place).times(Affine3.scaling(scale(0.5, 0.7, 0.9)))),
              new Body(Bodies.soup(random, 4), Bodies.turned(random, place).times(skew)));
      Box3d box = Box3d.of(worldFromCamera, bodies).orElseThrow();
      assertRigid(box.worldFromBox());
      Vec3 reach = box.size().times(0.5);
      Vec3 met = Vec3.ZERO;
      for (Body body : bodies) {
        Affine3 boxFromBody = box.worldFromBox().inverseTimes(body.worldFromObject());
        for (int v = 0; v < body.points().positions().length / 3; v++) {
          Vec3 at = boxFromBody.transformPoint(Bodies.point(body.points().positions(), v));
          met = met.max(at.max(at.negate()));
        }
      }
      assertNear(reach, met, 1e-9);
      Optional<ImageBox> full = FullBox.of(CAMERA, worldFromCamera, bodies);
      Optional<ImageBox> loose = box.projected(CAMERA);
      assertTrue(full.isEmpty() || contains(loose.orElseThrow(), full.get()), "seed " + seed);
    }
  }

  private static boolean contains(ImageBox outer, ImageBox inner) {
    double slack = 1e-6 * Math.max(1, outer.width() + outer.height());
    return outer.x() <= inner.x() + slack
        && outer.y() <= inner.y() + slack
        && outer.x() + outer.width() >= inner.x() + inner.width() - slack
        && outer.y() + outer.height() >= inner.y() + inner.height() - slack;
  }
}
