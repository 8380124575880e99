package org.diorama.physics;

import com.jme3.bullet.PhysicsSpace;
import com.jme3.bullet.SolverInfo;
import com.jme3.bullet.collision.shapes.CollisionShape;
import com.jme3.bullet.objects.PhysicsRigidBody;
import com.jme3.math.Matrix3f;
import com.jme3.math.Vector3f;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.RigidBody;

/**
 * A space of Bullet's for one simulation: made fresh, filled in order, used by one thread. Poses
 * are {@code worldFromCenter}: those of the body's center of mass, in world meters.
 */
final class World implements AutoCloseable {
  /** Of the solver, in each step. */
  private static final int ITERATIONS = 40;

  /**
   * Warm start (4), two directions of friction (16) that don't turn with the speed (64), SIMD
   * (256): friction along the speed alone lets a heap creep, as its speed has no steady direction.
   */
  private static final int FRICTION_MODE = 4 + 16 + 64 + 256;

  /** Share of the speed that air takes in a second: what rolls comes to rest. */
  private static final float LINEAR_DAMPING = 0.05f;

  private static final float ANGULAR_DAMPING = 0.2f;

  /** Resistance to rolling and to spinning on the spot, as a part of the radius. */
  private static final double ROLLING = 0.005;

  private final PhysicsSpace space =
      new PhysicsSpace(
          new Vector3f(-1e4f, -1e4f, -1e4f),
          new Vector3f(1e4f, 1e4f, 1e4f),
          PhysicsSpace.BroadphaseType.DBVT);

  /** Speed that gravity gives in one step, times this: slower is not moving but trembling. */
  private static final double TREMBLING_STEPS = 2;

  /** Share of its speed that trembling keeps in a step, and what it keeps in a body that rests. */
  private static final float KEPT_TREMBLING = 0.9f;

  private static final float KEPT_RESTING = 0.5f;

  /** Groups of bodies, as bits. */
  private static final int STILL = 1;

  private static final int MOVING = 2;
  private static final int DRIVEN = 4;

  private final SimulationUnits units;
  private final float step;
  private final float trembling;
  private final List<PhysicsRigidBody> moving = new ArrayList<>();
  private final List<Double> radii = new ArrayList<>();
  private final List<PhysicsRigidBody> still = new ArrayList<>();
  private final List<PhysicsRigidBody> driven = new ArrayList<>();

  /**
   * @param gravity m/s² downwards
   * @param step seconds
   */
  World(SimulationUnits units, double gravity, double step) {
    this.units = units;
    this.step = (float) step;
    this.trembling = (float) (TREMBLING_STEPS * gravity * units.unitsPerMeter() * step);
    space.useDeterministicDispatch(true);
    space.setAccuracy(this.step);
    space.setGravity(new Vector3f(0, 0, (float) (-gravity * units.unitsPerMeter())));
    SolverInfo solver = space.getSolverInfo();
    solver.setNumIterations(ITERATIONS);
    solver.setSplitImpulseEnabled(true);
    solver.setMode(FRICTION_MODE);
  }

  void addMoving(RigidBody body, Solid solid) {
    double radius = solid.radius() * units.unitsPerMeter();
    PhysicsRigidBody bullet =
        new PhysicsRigidBody(
            BulletShapes.of(solid, units.unitsPerMeter()),
            (float) (body.density() * solid.volume()));
    place(bullet, body, solid.center());
    bullet.setDamping(LINEAR_DAMPING, ANGULAR_DAMPING);
    bullet.setRollingFriction((float) (ROLLING * radius));
    bullet.setSpinningFriction((float) (ROLLING * radius));
    bullet.setEnableSleep(false);
    if (solid.innerRadius() > 0) {
      // Bullet sweeps a sphere about the center, which is no part of a ring.
      float inner = (float) (solid.innerRadius() * units.unitsPerMeter());
      bullet.setCcdMotionThreshold(inner);
      bullet.setCcdSweptSphereRadius(0.5f * inner);
    }
    group(bullet, MOVING, MOVING | STILL | DRIVEN);
    moving.add(bullet);
    radii.add(radius);
    space.addCollisionObject(bullet);
  }

  /** A convex body that stays. */
  void addStill(RigidBody body, Solid solid) {
    PhysicsRigidBody bullet =
        new PhysicsRigidBody(BulletShapes.of(solid, units.unitsPerMeter()), 0);
    place(bullet, body, solid.center());
    group(bullet, STILL, MOVING);
    still.add(bullet);
    space.addCollisionObject(bullet);
  }

  /**
   * A body that goes where it is driven. Bullet's own kinematic bodies have no speed here, as place
   * and rotation are set one after the other: it is one that moves, and that nothing can move.
   */
  void addDriven(RigidBody body, Solid solid) {
    PhysicsRigidBody bullet =
        new PhysicsRigidBody(BulletShapes.of(solid, units.unitsPerMeter()), 1);
    place(bullet, body, solid.center());
    bullet.setLinearFactor(new Vector3f(0, 0, 0));
    bullet.setAngularFactor(new Vector3f(0, 0, 0));
    bullet.setDamping(0, 0);
    bullet.setEnableSleep(false);
    group(bullet, DRIVEN, MOVING);
    driven.add(bullet);
    space.addCollisionObject(bullet);
  }

  /**
   * Has a driven body go from one pose to another in the next step. Poses are {@code
   * worldFromCenter}, with a small turn between them.
   */
  void drive(int drivenBody, Affine3 from, Affine3 to) {
    PhysicsRigidBody bullet = driven.get(drivenBody);
    bullet.setPhysicsLocation(units.location(from.translation()));
    bullet.setPhysicsRotation(SimulationUnits.rotation(from));
    Vec3 way = to.translation().minus(from.translation()).times(units.unitsPerMeter() / step);
    bullet.setLinearVelocity(vector(way));
    bullet.setAngularVelocity(vector(Poses.smallTurn(from, to).times(1 / step)));
  }

  private static Vector3f vector(Vec3 v) {
    return new Vector3f((float) v.x(), (float) v.y(), (float) v.z());
  }

  /** Two that don't yield must not meet: Bullet would divide by the zero that both yield. */
  private static void group(PhysicsRigidBody bullet, int own, int met) {
    bullet.setCollisionGroup(own);
    bullet.setCollideWithGroups(met);
  }

  /** A surface that stays, three corners a triangle in Bullet's units. */
  void addStill(RigidBody body, List<Vec3> corners) {
    CollisionShape shape = BulletShapes.of(corners);
    PhysicsRigidBody bullet = new PhysicsRigidBody(shape, 0);
    surface(bullet, body);
    group(bullet, STILL, MOVING);
    still.add(bullet);
    space.addCollisionObject(bullet);
  }

  private void place(PhysicsRigidBody bullet, RigidBody body, Vec3 center) {
    bullet.setPhysicsLocation(units.location(body.worldFromBody().transformPoint(center)));
    bullet.setPhysicsRotation(SimulationUnits.rotation(body.worldFromBody()));
    surface(bullet, body);
  }

  private static void surface(PhysicsRigidBody bullet, RigidBody body) {
    bullet.setFriction((float) Math.sqrt(body.friction()));
    bullet.setRestitution((float) body.restitution());
  }

  void step() {
    space.update(step, 0);
  }

  /**
   * Takes speed from a body that trembles where it lies. Each step's gravity and the contacts'
   * answer to it never cancel to the last bit; a heap of hundreds would creep for ever.
   */
  void calm(int movingBody, boolean resting) {
    PhysicsRigidBody bullet = moving.get(movingBody);
    Vector3f linear = bullet.getLinearVelocity(new Vector3f());
    Vector3f angular = bullet.getAngularVelocity(new Vector3f());
    double turning = angular.length() * radii.get(movingBody);
    if (linear.length() < trembling && turning < trembling) {
      float kept = resting ? KEPT_RESTING : KEPT_TREMBLING;
      bullet.setLinearVelocity(linear.mult(kept));
      bullet.setAngularVelocity(angular.mult(kept));
    }
  }

  Affine3 pose(int movingBody) {
    PhysicsRigidBody bullet = moving.get(movingBody);
    return units.pose(
        bullet.getPhysicsRotationMatrix(new Matrix3f()), bullet.getPhysicsLocation(new Vector3f()));
  }

  /** Takes a body out; its last pose stays. */
  void remove(int movingBody) {
    space.removeCollisionObject(moving.get(movingBody));
  }

  /**
   * Empties the space. Bullet's objects are freed after Java's garbage collector found them unused,
   * in any order; by then none may refer to another.
   */
  @Override
  public void close() {
    for (PhysicsRigidBody body : moving) {
      if (body.isInWorld()) {
        space.removeCollisionObject(body);
      }
    }
    still.forEach(space::removeCollisionObject);
    driven.forEach(space::removeCollisionObject);
  }
}
