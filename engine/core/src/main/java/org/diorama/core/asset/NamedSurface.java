package org.diorama.core.asset;

import org.diorama.core.math.Vec3;

/**
 * A level place of an asset on which things can stand.
 *
 * @param name {@code top}, or {@code board_1} and so on from the lowest
 * @param height z in the asset's space, meters
 * @param region its extent in the asset's x and y
 */
public record NamedSurface(String name, double height, SupportRegion region) {
  /** Most surfaces of one asset. */
  public static final int MAX_COUNT = 16;

  /** As {@link SupportRegion#point}, on the surface. */
  public Vec3 point(double choice, double alongX, double alongY) {
    return region.point(choice, alongX, alongY).plus(new Vec3(0, 0, height));
  }
}
