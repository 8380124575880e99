package org.diorama.core.scene;

import org.diorama.core.math.Vec3;

/**
 * A point of an asset that labels can name.
 *
 * @param name such as {@code wheel_front_left}, unique in the asset
 * @param position in the asset's space, meters; no farther than {@link #TOLERANCE} from the surface
 *     of its finest level
 */
public record NamedPoint(String name, Vec3 position) {
  /** How far from its asset's surface a point may lie, meters in the asset's space. */
  public static final double TOLERANCE = 0.005;
}
