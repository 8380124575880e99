package org.diorama.core.physics;

import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * A body to settle, or one that others meet.
 *
 * @param mesh its shape: a body that moves collides as convex parts that are about it, so that
 *     things fall into a bowl that falls, and so does a driven one; one that stands still as the
 *     surface itself
 * @param worldFromBody where it starts; rigid (a rotation and a translation), world meters
 * @param scale positive factors along the mesh's axes
 * @param density kg/m³ of its parts' volume; 0 for a body that stands still or is driven
 * @param friction Coulomb's coefficient; that of two bodies in contact is the root of the product
 * @param restitution 0 (stays where it lands) to 1 (bounces back as fast as it came); that of two
 *     bodies is the product
 * @param way where it is driven; only of one without density
 */
public record RigidBody(
    CollisionMesh mesh,
    Affine3 worldFromBody,
    Vec3 scale,
    double density,
    double friction,
    double restitution,
    Optional<BodyWay> way) {
  public RigidBody {
    if (!(density >= 0) || !(friction >= 0) || !(restitution >= 0 && restitution <= 1)) {
      throw new IllegalArgumentException(
          "density " + density + ", friction " + friction + ", restitution " + restitution);
    }
    if (!(scale.x() > 0 && scale.y() > 0 && scale.z() > 0)) {
      throw new IllegalArgumentException("scale " + scale);
    }
    if (way.isPresent() && density > 0) {
      throw new IllegalArgumentException("driven, with density " + density);
    }
  }

  /** One that falls, or stands still. */
  public RigidBody(
      CollisionMesh mesh,
      Affine3 worldFromBody,
      Vec3 scale,
      double density,
      double friction,
      double restitution) {
    this(mesh, worldFromBody, scale, density, friction, restitution, Optional.empty());
  }

  /** The same without density, driven on a way. */
  public RigidBody driven(BodyWay along) {
    return new RigidBody(
        mesh, along.poses().get(0), scale, 0, friction, restitution, Optional.of(along));
  }

  /** Whether it falls, and yields to what it meets. */
  public boolean moves() {
    return density > 0;
  }
}
