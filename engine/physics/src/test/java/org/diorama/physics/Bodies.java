package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.CollisionMesh;
import org.diorama.core.physics.RigidBody;
import org.diorama.core.physics.SettleRequest;
import org.diorama.core.physics.SettledBody;
import org.diorama.core.physics.Settlement;
import org.diorama.core.random.RandomStream;

/** Bodies and requests for tests. */
final class Bodies {
  static final RigidBody GROUND = still(Meshes.ground(1000), Affine3.IDENTITY);

  private Bodies() {}

  static RigidBody still(CollisionMesh mesh, Affine3 pose) {
    return new RigidBody(mesh, pose, Vec3.ONE, 0, 0.6, 0.1);
  }

  static RigidBody moving(CollisionMesh mesh, Affine3 pose) {
    return new RigidBody(mesh, pose, Vec3.ONE, 500, 0.6, 0.1);
  }

  static RigidBody withFriction(RigidBody body, double friction) {
    return new RigidBody(
        body.mesh(),
        body.worldFromBody(),
        body.scale(),
        body.density(),
        friction,
        body.restitution(),
        body.way());
  }

  static Affine3 at(double x, double y, double z) {
    return Affine3.translation(new Vec3(x, y, z));
  }

  static Settlement settle(List<RigidBody> bodies, double seconds) {
    return new BulletSettler().settle(request(bodies, seconds));
  }

  /** Where the only moving body came to lie. */
  static SettledBody settleOne(RigidBody... bodies) {
    return settle(List.of(bodies), 10).bodies().get(0);
  }

  static SettleRequest request(List<RigidBody> bodies, double seconds) {
    return new SettleRequest(bodies, SettleRequest.STANDARD_GRAVITY, seconds, List.of());
  }

  /** Boxes in columns above a bin of five boards, with turns and shifts from a seed. */
  static List<RigidBody> heap(int count, long seed) {
    List<RigidBody> bodies = new ArrayList<>();
    bodies.add(GROUND);
    for (int i = 0; i < 4; i++) {
      Affine3 side = Rotations.yaw(i * Math.PI / 2).times(at(0.31, 0, 0.15));
      bodies.add(still(Meshes.box(0.02, 0.64, 0.3), side));
    }
    for (int i = 0; i < count; i++) {
      RandomStream random = RandomStreams.of(seed, i);
      double x = (i % 4 - 1.5) * 0.14 + random.uniform(-0.01, 0.01);
      double y = (i / 4 % 4 - 1.5) * 0.14 + random.uniform(-0.01, 0.01);
      Affine3 turn =
          Rotations.yawPitchRoll(
              random.uniform(0, 6), random.uniform(-1, 1), random.uniform(-1, 1));
      bodies.add(moving(Meshes.box(0.1, 0.08, 0.06), at(x, y, 0.1 + i / 16 * 0.15).times(turn)));
    }
    return bodies;
  }
}
