package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.physics.PhysicsSettler;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.Settlement;
import org.diorama.physics.library.BulletLibrary;

/**
 * Bullet as settler. Bodies that move collide as their convex parts, spheres as such; those that
 * stand still as the surface they are, or as a hull where they are convex.
 *
 * <p>The same request gives the same bytes in any call, thread and process on one machine. Bullet
 * calls the C library's sine and cosine, so other versions of it may differ in a last bit, which a
 * heap makes into another heap.
 */
public final class BulletSettler implements PhysicsSettler {
  private final HullCache hulls = new HullCache();

  @Override
  public Settlement settle(SettleRequest request) {
    BulletLibrary.require();
    List<Solid> solids = new ArrayList<>();
    List<Affine3> starts = new ArrayList<>();
    for (RigidBody body : request.bodies()) {
      if (body.moves()) {
        solids.add(hulls.solid(body));
        starts.add(body.worldFromBody());
      }
    }
    if (solids.isEmpty()) {
      return new Settlement(List.of(), 0);
    }
    SimulationUnits units = SimulationUnits.around(solids, starts);
    try (Simulation simulation = new Simulation(request, solids, units, hulls)) {
      return simulation.run();
    }
  }
}
