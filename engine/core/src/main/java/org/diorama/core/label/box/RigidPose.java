package org.diorama.core.label.box;

import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * A map with its scale taken apart: {@code worldFromObject = rigid · scaling(scale)}.
 *
 * @param rigid right-handed rotation and translation
 * @param scale factors along the asset's axes; z is negative where the object is mirrored
 */
record RigidPose(Affine3 rigid, Vec3 scale) {
  /**
   * Keeps the direction of the asset's x axis and the plane of its x and y axes, as Gram and
   * Schmidt do: exact wherever the axes are perpendicular, as those of all objects of a scene are.
   *
   * @throws IllegalArgumentException where the map is singular
   */
  static RigidPose of(Affine3 worldFromObject) {
    Vec3 alongX = worldFromObject.transformDirection(Vec3.UNIT_X);
    Vec3 alongY = worldFromObject.transformDirection(Vec3.UNIT_Y);
    Vec3 alongZ = worldFromObject.transformDirection(Vec3.UNIT_Z);
    Vec3 x = alongX.normalize();
    Vec3 y = alongY.minus(x.times(x.dot(alongY))).normalize();
    Vec3 z = x.cross(y);
    Vec3 scale = new Vec3(x.dot(alongX), y.dot(alongY), z.dot(alongZ));
    if (!(scale.x() * scale.y() * Math.abs(scale.z()) > 0)) {
      throw new IllegalArgumentException("a singular pose: " + worldFromObject);
    }
    return new RigidPose(Affine3.ofColumns(x, y, z, worldFromObject.translation()), scale);
  }
}
