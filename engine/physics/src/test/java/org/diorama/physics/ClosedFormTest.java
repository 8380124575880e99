package org.diorama.physics;

import static org.diorama.physics.Bodies.GROUND;
import static org.diorama.physics.Bodies.at;
import static org.diorama.physics.Bodies.moving;
import static org.diorama.physics.Bodies.settle;
import static org.diorama.physics.Bodies.settleOne;
import static org.diorama.physics.Bodies.still;
import static org.diorama.physics.Bodies.withFriction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.CollisionMesh;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.SettledBody.Rest;
import org.diorama.core.physics.Settlement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where mechanics knows the answer. */
class ClosedFormTest {
  /** Half a millimeter for a decimeter. */
  private static final double TOLERANCE = 0.005;

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 1, 5})
  void aBoxRestsAtHalfItsHeight(double side) {
    Affine3 start = at(0, 0, side).times(Rotations.yawPitchRoll(0.3, 0.1, 0.05));
    SettledBody box = settleOne(GROUND, moving(Meshes.box(side, side, side), start));
    assertEquals(Rest.RESTING, box.rest());
    assertEquals(side / 2, box.worldFromBody().m23(), TOLERANCE * side);
    assertEquals(1, upright(box), 1e-4);
  }

  /** A hull that Bullet doesn't know for a box. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 1, 5})
  void aTurnedHullRestsAtHalfItsHeight(double side) {
    Affine3 turn = Rotations.yawPitchRoll(0.5, 0.4, 0.3);
    CollisionMesh mesh = Meshes.turned(Meshes.box(side, side, side), turn);
    Affine3 start = at(0, 0, 0.6 * side).times(turn.inverse());
    SettledBody box = settleOne(GROUND, moving(mesh, start));
    assertEquals(Rest.RESTING, box.rest());
    assertEquals(side / 2, box.worldFromBody().m23(), TOLERANCE * side);
  }

  @Test
  void aScaledBoxOfOffCenterMeshRestsOnItsFace() {
    CollisionMesh mesh = Meshes.moved(Meshes.box(1, 1, 1), new Vec3(3, 2, 7));
    RigidBody body = new RigidBody(mesh, at(0, 0, -1.9), new Vec3(0.1, 0.2, 0.3), 100, 0.6, 0);
    SettledBody box = settle(List.of(GROUND, body), 10).bodies().get(0);
    assertEquals(Rest.RESTING, box.rest());
    Vec3 center = box.worldFromBody().transformPoint(new Vec3(0.3, 0.4, 2.1));
    assertEquals(0.15, center.z(), 5e-4);
    assertEquals(0.3, center.x(), 0.01);
  }

  @Test
  void aSphereRestsOnItsRadius() {
    SettledBody sphere = settleOne(GROUND, moving(Meshes.sphere(0.05, 24), at(0, 0, 0.2)));
    assertEquals(Rest.RESTING, sphere.rest());
    assertEquals(0.05, sphere.worldFromBody().m23(), 2e-4);
    assertEquals(0, Math.hypot(sphere.worldFromBody().m03(), sphere.worldFromBody().m13()), 1e-3);
  }

  @Test
  void aStackStays() {
    List<RigidBody> bodies = new ArrayList<>(List.of(GROUND));
    for (int i = 0; i < 6; i++) {
      bodies.add(moving(Meshes.box(0.1, 0.1, 0.1), at(0, 0, 0.05 + 0.1 * i)));
    }
    Settlement result = settle(bodies, 5);
    for (int i = 0; i < 6; i++) {
      SettledBody box = result.bodies().get(i);
      assertEquals(Rest.RESTING, box.rest());
      Vec3 place = box.worldFromBody().translation();
      assertEquals(0.05 + 0.1 * i, place.z(), 5e-4);
      assertEquals(0, Math.hypot(place.x(), place.y()), 1e-3);
    }
    assertTrue(result.seconds() < 5, "it stops when all rest");
  }

  /** It slides where the slope's tangent is above the coefficient of friction. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.6})
  void frictionHoldsABoxOnASlopeOrNot(double friction) {
    double angle = Rotations.radians(20);
    Affine3 slope = Rotations.aboutAxis(Vec3.UNIT_Y, angle);
    RigidBody plane = withFriction(still(Meshes.ground(1000), slope), friction);
    Affine3 start = slope.times(at(0, 0, 0.05));
    RigidBody box = withFriction(moving(Meshes.box(0.1, 0.1, 0.1), start), friction);
    SettleRequest request = new SettleRequest(List.of(plane, box), 10, 1, List.of(0.0, 0.5, 1.0));
    SettledBody body = new BulletSettler().settle(request).bodies().get(0);
    double moved = body.worldFromBody().translation().minus(start.translation()).length();
    if (friction > StrictMath.tan(angle)) {
      assertEquals(Rest.RESTING, body.rest());
      assertEquals(0, moved, 1e-3);
    } else {
      assertEquals(Rest.MOVING, body.rest());
      double pull = 10 * (StrictMath.sin(angle) - friction * StrictMath.cos(angle));
      // Damping and the start, where it counts as trembling, cost a little.
      assertEquals(pull / 2, moved, 0.1 * pull / 2);
    }
  }

  /** s = g t² / 2, less what the air takes. */
  @Test
  void aBodyFallsAsGalileoSays() {
    RigidBody box = moving(Meshes.box(0.1, 0.1, 0.1), at(0, 0, 50));
    List<Double> moments = List.of(0.0, 0.25, 0.5, 1.0);
    SettleRequest request = new SettleRequest(List.of(GROUND, box), 10, 1, moments);
    SettledBody body = new BulletSettler().settle(request).bodies().get(0);
    assertEquals(Rest.MOVING, body.rest());
    for (int i = 0; i < 4; i++) {
      double fallen = 5 * moments.get(i) * moments.get(i);
      assertEquals(50 - fallen, body.moments().get(i).m23(), 0.03 * fallen + 1e-3);
    }
  }

  /** e² of the height that it fell from. */
  @Test
  void restitutionDecidesHowHighABallJumps() {
    double drop = 0.5;
    for (double restitution : new double[] {0.3, 0.8}) {
      RigidBody floor = new RigidBody(Meshes.ground(10), at(0, 0, 0), Vec3.ONE, 0, 0.5, 1);
      RigidBody ball =
          new RigidBody(
              Meshes.sphere(0.05, 16), at(0, 0, 0.05 + drop), Vec3.ONE, 500, 0.5, restitution);
      double fall = Math.sqrt(2 * drop / 10);
      double top = fall * (1 + restitution);
      SettleRequest request = new SettleRequest(List.of(floor, ball), 10, 3, List.of(top));
      SettledBody body = new BulletSettler().settle(request).bodies().get(0);
      double height = body.moments().get(0).m23() - 0.05;
      assertEquals(restitution * restitution * drop, height, 0.05 * drop);
    }
  }

  @Test
  void whatHasNothingBelowFalls() {
    SettledBody body = settleOne(moving(Meshes.box(0.1, 0.1, 0.1), at(0, 0, 0)));
    assertEquals(Rest.FELL, body.rest());
    RigidBody table = still(Meshes.box(1, 1, 0.1), at(0, 0, 0.95));
    Settlement both =
        settle(
            List.of(
                table,
                moving(Meshes.box(0.1, 0.1, 0.1), at(0, 0, 1.1)),
                moving(Meshes.box(0.1, 0.1, 0.1), at(0.8, 0, 1.1))),
            10);
    assertEquals(Rest.RESTING, both.bodies().get(0).rest());
    assertEquals(Rest.FELL, both.bodies().get(1).rest());
    assertTrue(both.seconds() < 5, "one that fell is not waited for");
  }

  @Test
  void nothingToMoveTakesNoTime() {
    assertEquals(new Settlement(List.of(), 0), settle(List.of(GROUND), 1));
  }

  /** A fast thin plate doesn't pass a thin board. */
  @Test
  void smallFastThingsDoNotPassThinOnes() {
    RigidBody board = still(Meshes.box(1, 1, 0.005), at(0, 0, 0));
    SettledBody coin = settleOne(board, moving(Meshes.box(0.02, 0.02, 0.002), at(0, 0, 3)));
    assertEquals(Rest.RESTING, coin.rest());
    assertEquals(0.0035, coin.worldFromBody().m23(), 2e-4);
  }

  /** Cosine of the angle between some axis of the body and the vertical. */
  private static double upright(SettledBody body) {
    Affine3 pose = body.worldFromBody();
    return Math.max(Math.abs(pose.m20()), Math.max(Math.abs(pose.m21()), Math.abs(pose.m22())));
  }
}
