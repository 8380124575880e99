package org.diorama.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.BodyWay;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.Settlement;
import org.junit.jupiter.api.Test;

/** Bodies that go their way push, carry and strike as closed forms say. */
class DrivenBodiesTest {
  private static final double INTERVAL = 1.0 / 60;

  private static RigidBody driven(
      RigidBody body, double seconds, DoubleFunction<Affine3> worldFromBody) {
    List<Affine3> poses = new ArrayList<>();
    for (int i = 0; (i - 1) * INTERVAL < seconds; i++) {
      poses.add(worldFromBody.apply(i * INTERVAL));
    }
    return body.driven(new BodyWay(INTERVAL, poses));
  }

  private static RigidBody box(double width, double depth, double height) {
    return Bodies.still(Meshes.box(width, depth, height), Affine3.IDENTITY);
  }

  /** Poses at some times. */
  private static Settlement run(List<Double> moments, RigidBody... bodies) {
    double seconds = moments.get(moments.size() - 1);
    return new BulletSettler()
        .settle(
            new SettleRequest(List.of(bodies), SettleRequest.STANDARD_GRAVITY, seconds, moments));
  }

  private static Vec3 place(Settlement settlement, int moment) {
    return settlement.bodies().get(0).moments().get(moment).translation();
  }

  /** A plate comes along at 0.5 m/s, meets a box after a second and has it before it from then. */
  @Test
  void aPlatePushesWhatItMeets() {
    RigidBody plate =
        driven(box(0.1, 1, 0.5), 3, seconds -> Bodies.at(-0.65 + 0.5 * seconds, 0, 0.25));
    RigidBody met = Bodies.moving(Meshes.box(0.2, 0.2, 0.2), Bodies.at(0, 0, 0.1));
    Settlement moved = run(List.of(0.9, 2.0, 3.0), Bodies.GROUND, plate, met);
    assertEquals(0, place(moved, 0).x(), 2e-3);
    assertEquals(0.5, place(moved, 1).x(), 5e-3);
    assertEquals(1, place(moved, 2).x(), 5e-3);
    assertEquals(0.1, place(moved, 2).z(), 2e-3);
  }

  /** What lay still long ago is pushed all the same, and comes to rest when the plate stops. */
  @Test
  void whatRestedIsPushedAgain() {
    RigidBody plate =
        driven(
            box(0.1, 1, 0.5),
            5,
            seconds -> Bodies.at(-0.35 + Math.max(0, Math.min(seconds, 4) - 3), 0, 0.25));
    RigidBody met = Bodies.moving(Meshes.box(0.2, 0.2, 0.2), Bodies.at(0, 0, 0.1));
    Settlement moved = run(List.of(3.0, 4.0, 5.0), Bodies.GROUND, plate, met);
    assertEquals(0, place(moved, 0).x(), 2e-3);
    assertTrue(place(moved, 1).x() > 0.78, place(moved, 1).toString());
    assertEquals(SettledBody.Rest.RESTING, moved.bodies().get(0).rest());
  }

  /** A belt carries: friction speeds the box up at mu g, then it moves as the belt does. */
  @Test
  void aBeltCarriesByFriction() {
    double speed = 0.8;
    RigidBody belt =
        Bodies.withFriction(
            driven(box(10, 1, 0.2), 2, seconds -> Bodies.at(speed * seconds, 0, -0.1)), 0.4);
    RigidBody carried =
        Bodies.withFriction(Bodies.moving(Meshes.box(0.2, 0.2, 0.1), Bodies.at(0, 0, 0.05)), 0.4);
    Settlement moved = run(List.of(0.1, 1.0, 2.0), belt, carried);
    double acceleration = 0.4 * SettleRequest.STANDARD_GRAVITY;
    assertEquals(0.5 * acceleration * 0.01, place(moved, 0).x(), 3e-3);
    double late = speed / acceleration;
    assertEquals(speed * (1 - late / 2), place(moved, 1).x(), 0.01);
    assertEquals(speed * (2 - late / 2), place(moved, 2).x(), 0.02);
  }

  /** A turning bar takes what lies in its way around with it. */
  @Test
  void aBarThatTurnsSweeps() {
    RigidBody bar =
        driven(
            box(2, 0.1, 0.3),
            2,
            seconds -> Bodies.at(0, 0, 0.15).times(Rotations.yaw(seconds * StrictMath.PI / 4)));
    RigidBody met = Bodies.moving(Meshes.box(0.2, 0.2, 0.2), Bodies.at(0.6, 0.3, 0.1));
    Vec3 end = place(run(List.of(2.0), Bodies.GROUND, bar, met), 0);
    assertTrue(end.x() < 0 && end.y() > 0.3, end.toString());
  }

  /** Nothing but the request decides, in any call. */
  @Test
  void theSameRequestGivesTheSameBytes() {
    RigidBody plate = driven(box(0.1, 3, 0.5), 2, seconds -> Bodies.at(-2 + 2 * seconds, 0, 0.25));
    List<RigidBody> bodies = new ArrayList<>(Bodies.heap(20, 5));
    bodies.add(1, plate);
    SettleRequest request =
        new SettleRequest(bodies, SettleRequest.STANDARD_GRAVITY, 2, List.of(1.0, 2.0));
    Settlement first = new BulletSettler().settle(request);
    assertEquals(first, new BulletSettler().settle(request));
  }

  @Test
  void whatIsDrivenDoesNotFall() {
    RigidBody falling = Bodies.moving(Meshes.box(1, 1, 1), Affine3.IDENTITY);
    BodyWay way = new BodyWay(1, List.of(Bodies.at(1, 2, 3)));
    assertEquals(Bodies.at(1, 2, 3), falling.driven(way).worldFromBody());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RigidBody(
                falling.mesh(), Affine3.IDENTITY, Vec3.ONE, 500, 0.6, 0.1, Optional.of(way)));
    assertThrows(IllegalArgumentException.class, () -> new BodyWay(0, way.poses()));
    assertThrows(IllegalArgumentException.class, () -> new BodyWay(1, List.of()));
  }
}
