package org.diorama.core.sample.surface;

import java.util.Optional;
import org.diorama.core.asset.AssetFact;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;

/** What is to be placed. */
public final class Body {
  private static final Aabb POINT = new Aabb(Vec3.ZERO, Vec3.ZERO);

  private final Optional<AssetFact> asset;
  private final Affine3 rotation;
  private final Vec3 scale;
  private final Aabb unturned;

  /**
   * @param asset nothing for a mere frame, which takes no room
   * @param rotation from the object's axes to the frame it is placed in, before the place turns it
   * @param scale factors along the asset's axes
   */
  public Body(Optional<AssetFact> asset, Affine3 rotation, Vec3 scale) {
    this.asset = asset;
    this.rotation = rotation;
    this.scale = scale;
    this.unturned = box(0);
  }

  public Optional<AssetFact> asset() {
    return asset;
  }

  public Affine3 rotation() {
    return rotation;
  }

  public Vec3 scale() {
    return scale;
  }

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
    return asset.isEmpty() ? 0 : -unturned.min().z();
  }

  public double height() {
    return unturned.size().z();
  }

  /** Direction of its own +X seen from above, radians. */
  double heading() {
    return Rotations.heading(rotation);
  }
}
