package org.diorama.core.sample.surface;

import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/**
 * What is to be placed.
 *
 * @param asset nothing for a mere frame, which takes no room
 * @param rotation from the object's axes to the frame it is placed in, before the place turns it
 * @param scale factors along the asset's axes
 */
public record Body(Optional<AssetFact> asset, Affine3 rotation, Vec3 scale) {
  private static final Aabb POINT = new Aabb(Vec3.ZERO, Vec3.ZERO);

  /**
   * The smallest upright box around it, about its origin, after a turn about +Z.
   *
   * @param turn radians
   */
  public Aabb box(double turn) {
    Affine3 map = Rotations.yaw(turn).times(rotation).times(Affine3.scaling(scale));
    return asset.map(fact -> fact.bounds().transform(map)).orElse(POINT);
  }

  /** Height of the origin above the lowest point. */
  double originAboveLowest() {
    return asset.isEmpty() ? 0 : -box(0).min().z();
  }

  public double height() {
    return box(0).size().z();
  }

  /** Direction of its own +X seen from above, radians. */
  double heading() {
    return Rotations.heading(rotation);
  }
}
