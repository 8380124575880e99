package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.BodyWay;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.Settlement;

/** One request, from its start to rest. */
final class Simulation implements AutoCloseable {
  /** Steps in the time in which the typical body falls half its size: fewer let stacks tremble. */
  private static final double STEPS_PER_SIZE = 32;

  private static final double SHORTEST_STEP = 1.0 / 1500;
  private static final double LONGEST_STEP = 1.0 / 120;

  /** How far around the bodies a surface is kept, in typical sizes; beyond, bodies fall. */
  private static final double REACH = 1000;

  private final SettleRequest request;
  private final SimulationUnits units;
  private final HullCache hulls;
  private final double step;
  private final World world;
  private final List<FallingBody> falling = new ArrayList<>();
  private final List<DrivenBody> driven = new ArrayList<>();
  private double floor = Double.POSITIVE_INFINITY;

  /**
   * @param solids of the bodies that move, in order
   */
  Simulation(SettleRequest request, List<Solid> solids, SimulationUnits units, HullCache hulls) {
    this.request = request;
    this.units = units;
    this.hulls = hulls;
    double natural = Math.sqrt(units.typicalSize() / request.gravity()) / STEPS_PER_SIZE;
    this.step = Math.max(SHORTEST_STEP, Math.min(LONGEST_STEP, natural));
    this.world = new World(units, request.gravity(), step);
    double reach = REACH / units.unitsPerMeter() + extent(request, units.origin());
    for (RigidBody body : request.bodies()) {
      if (body.moves()) {
        addMoving(body, solids.get(falling.size()));
      } else if (body.way().isPresent()) {
        addDriven(body, body.way().get());
      } else {
        addStill(body, reach);
      }
    }
  }

  /** Distance of the farthest moving body from the origin, along an axis. */
  private static double extent(SettleRequest request, Vec3 origin) {
    double most = 0;
    for (RigidBody body : request.bodies()) {
      if (body.moves()) {
        Vec3 offset = body.worldFromBody().translation().minus(origin);
        Vec3 size = offset.max(offset.negate());
        most = Math.max(most, Math.max(size.x(), Math.max(size.y(), size.z())));
      }
    }
    return most;
  }

  private void addMoving(RigidBody body, Solid solid) {
    world.addMoving(body, solid);
    FallingBody added = new FallingBody(solid, world.pose(falling.size()));
    falling.add(added);
    floor = Math.min(floor, added.center().z() - solid.radius());
  }

  private void addDriven(RigidBody body, BodyWay way) {
    DrivenBody added = new DrivenBody(hulls.solid(body), way);
    world.addDriven(body, added.solid());
    driven.add(added);
    floor = Math.min(floor, added.lowest());
  }

  private void addStill(RigidBody body, double reach) {
    Optional<Solid> convex = hulls.ifConvex(body);
    if (convex.isPresent() && convex.get().radius() < reach) {
      Solid solid = convex.get();
      world.addStill(body, solid);
      Vec3 center = body.worldFromBody().transformPoint(solid.center());
      floor = Math.min(floor, center.z() - solid.radius());
      return;
    }
    List<Vec3> corners = TriangleClip.inside(body, units, reach * units.unitsPerMeter());
    if (!corners.isEmpty()) {
      world.addStill(body, corners);
      for (Vec3 corner : corners) {
        floor = Math.min(floor, units.origin().z() + corner.z() / units.unitsPerMeter());
      }
    }
  }

  Settlement run() {
    int steps = (int) Math.ceil(request.seconds() / step);
    int moment = 0;
    double seconds = 0;
    for (int i = 0; i < steps && goesOn(moment); i++) {
      for (int index = 0; index < driven.size(); index++) {
        DrivenBody body = driven.get(index);
        world.drive(index, body.worldFromCenter(i * step), body.worldFromCenter((i + 1) * step));
      }
      world.step();
      double before = seconds;
      seconds = (i + 1) * step;
      for (int index = 0; index < falling.size(); index++) {
        see(index, seconds);
      }
      for (; moment < request.moments().size(); moment++) {
        double wanted = request.moments().get(moment);
        if (wanted > seconds) {
          break;
        }
        double part = (wanted - before) / step;
        falling.forEach(body -> body.keepMoment(part));
      }
    }
    for (; moment < request.moments().size(); moment++) {
      falling.forEach(body -> body.keepMoment(1));
    }
    List<SettledBody> settled = falling.stream().map(FallingBody::settled).toList();
    return new Settlement(settled, seconds);
  }

  /** What lies still may be pushed again, as long as anyone looks. */
  private boolean goesOn(int moment) {
    return falling.stream().anyMatch(FallingBody::pending)
        || !driven.isEmpty() && moment < request.moments().size();
  }

  private void see(int index, double seconds) {
    FallingBody body = falling.get(index);
    if (body.fell()) {
      return;
    }
    body.see(world.pose(index), seconds);
    world.calm(index, !body.pending());
    if (body.center().z() < floor - 2 * body.radius()) {
      world.remove(index);
      body.fall();
    }
  }

  @Override
  public void close() {
    world.close();
  }
}
