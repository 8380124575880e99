package org.diorama.core.support;

import org.diorama.core.asset.MeshSurface;
import org.diorama.core.asset.SupportRegion;
import org.diorama.core.bvh.MeshBvhTraversal;
import org.diorama.core.math.Vec3;

/** Tells an open shelf from the inside of a closed cabinet, where nobody puts or sees things. */
final class Reach {
  /** Level directions, evenly around: to the sides of the asset and between them. */
  private static final int DIRECTIONS = 16;

  /** The root of the number of places looked from. */
  private static final int SPOTS = 8;

  /** Meters above the surface, or half the free height. */
  private static final double EYE = 0.05;

  private Reach() {}

  /** Whether half of the places on a surface see out of the asset, upwards or to a side. */
  static boolean isOpen(MeshSurface surface, SupportRegion region, double height) {
    MeshBvhTraversal traversal = new MeshBvhTraversal();
    int open = 0;
    for (int spot = 0; spot < SPOTS * SPOTS; spot++) {
      double share = (spot + 0.5) / (SPOTS * SPOTS);
      Vec3 place = region.point(share, 0.5, 0.5);
      double free = region.freeHeightAt(place);
      double eye = height + Math.min(EYE, free / 2);
      boolean sees = free == Double.POSITIVE_INFINITY;
      for (int direction = 0; direction < DIRECTIONS && !sees; direction++) {
        double angle = 2 * StrictMath.PI * direction / DIRECTIONS;
        traversal.ray(
            place.x(),
            place.y(),
            eye,
            StrictMath.cos(angle),
            StrictMath.sin(angle),
            0,
            0,
            Double.POSITIVE_INFINITY);
        sees = !traversal.any(surface);
      }
      open += sees ? 1 : 0;
    }
    return 2 * open >= SPOTS * SPOTS;
  }
}
