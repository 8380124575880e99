package org.diorama.dataset.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.asset.AssetParts;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * A named part of an asset.
 *
 * @param bounds around it in the asset's space, meters, to the next micrometer outward, whichever
 *     level of detail is drawn; absent where it has no triangle
 */
public record AssetPart(String name, Optional<Aabb> bounds) {
  private static final double STEPS = 1e6;

  /** Those of an asset: a part's number is its place, counted from 1. */
  public static List<AssetPart> of(AssetParts parts) {
    List<AssetPart> all = new ArrayList<>();
    for (int i = 0; i < parts.names().size(); i++) {
      Aabb bounds = parts.bounds().get(i);
      all.add(
          new AssetPart(
              parts.names().get(i),
              bounds.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Aabb(below(bounds.min()), above(bounds.max())))));
    }
    return all;
  }

  private static Vec3 below(Vec3 point) {
    return new Vec3(
        Math.floor(point.x() * STEPS) / STEPS,
        Math.floor(point.y() * STEPS) / STEPS,
        Math.floor(point.z() * STEPS) / STEPS);
  }

  private static Vec3 above(Vec3 point) {
    return new Vec3(
        Math.ceil(point.x() * STEPS) / STEPS,
        Math.ceil(point.y() * STEPS) / STEPS,
        Math.ceil(point.z() * STEPS) / STEPS);
  }
}
