package org.diorama.physics;

import static org.diorama.physics.Bodies.GROUND;
import static org.diorama.physics.Bodies.at;
import static org.diorama.physics.Bodies.moving;
import static org.diorama.physics.Bodies.settle;
import static org.diorama.physics.Bodies.settleOne;
import static org.diorama.physics.Bodies.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.SettledBody.Rest;
import org.diorama.core.physics.Settlement;
import org.junit.jupiter.api.Test;

/** Things that stand or fall are filled by others as their surfaces say, not their hulls. */
class HollowBodiesTest {
  @Test
  void aBallRollsToTheBottomOfABowlThatStands() {
    RigidBody bowl = still(Meshes.bowl(0.4, 0.45), at(0, 0, 0.45));
    SettledBody ball = settleOne(GROUND, bowl, moving(Meshes.sphere(0.08, 12), at(0.1, 0, 0.6)));
    assertEquals(Rest.RESTING, ball.rest());
    Vec3 center = ball.worldFromBody().translation();
    // The bowl's bottom is 0.05 thick; its facets are up to 8 mm flatter than the ball they stand
    // for.
    assertEquals(0.05 + 0.08, center.z(), 0.01);
    assertTrue(Math.hypot(center.x(), center.y()) < 0.08, "it lies at " + center);
  }

  @Test
  void aBallFallsIntoABinThatFallsToo() {
    RigidBody bin = moving(Meshes.bin(8, 0.2, 0.25, 0.02), at(0, 0, 0.05));
    Settlement result =
        settle(List.of(GROUND, bin, moving(Meshes.sphere(0.05, 12), at(0.05, 0, 0.6))), 10);
    Affine3 resting = result.bodies().get(0).worldFromBody();
    assertEquals(Rest.RESTING, result.bodies().get(0).rest());
    assertEquals(0, resting.m23(), 2e-3);
    assertEquals(1, resting.m22(), 1e-3);
    Vec3 inBin =
        resting.inverse().transformPoint(result.bodies().get(1).worldFromBody().translation());
    assertEquals(0.02 + 0.05, inBin.z(), 4e-3);
    assertTrue(Math.hypot(inBin.x(), inBin.y()) < 0.18 - 0.05, "it lies at " + inBin);
  }

  @Test
  void aRingFallsOverAPeg() {
    RigidBody peg = still(Meshes.box(0.1, 0.1, 0.4), at(0, 0, 0.2));
    RigidBody ring = moving(Meshes.ring(0.2, 0.05), at(0.04, 0.02, 0.6));
    SettledBody body = settleOne(GROUND, peg, ring);
    assertEquals(Rest.RESTING, body.rest());
    Vec3 center = body.worldFromBody().translation();
    assertEquals(0.05, center.z(), 5e-3);
    assertTrue(Math.hypot(center.x(), center.y()) < 0.15, "the peg is in it: " + center);
    assertTrue(Math.abs(body.worldFromBody().m22()) > 0.99, "it lies flat");
  }

  /** A bin upside down over a box: the hull would stand on it, the bin hides it. */
  @Test
  void aBinTurnedOverHidesWhatItFallsOn() {
    Affine3 over = at(0, 0, 0.5).times(Rotations.aboutAxis(Vec3.UNIT_X, Math.PI));
    RigidBody bin = moving(Meshes.bin(8, 0.2, 0.25, 0.02), over);
    SettledBody body = settleOne(GROUND, still(Meshes.box(0.1, 0.1, 0.1), at(0, 0, 0.05)), bin);
    assertEquals(Rest.RESTING, body.rest());
    assertEquals(0.25, body.worldFromBody().m23(), 3e-3);
    assertEquals(-1, body.worldFromBody().m22(), 1e-3);
  }
}
