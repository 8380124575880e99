package org.diorama.reference;

import java.util.List;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.PixelBox;
import org.diorama.core.render.ProjectedBounds;
import org.diorama.core.render.TruncationTile;
import org.diorama.core.render.TruncationTiles;
import org.diorama.core.render.ViewGeometry;

/** Measures each instance as if nothing else were drawn: inside the image and beyond it. */
final class SilhouetteMeter {
  private final ViewGeometry geometry;
  private final PinholeCamera camera;
  private final SceneBvhTraversal traversal;

  SilhouetteMeter(ViewGeometry geometry, SceneBvhTraversal traversal) {
    this.geometry = geometry;
    this.camera = geometry.view().camera();
    this.traversal = traversal;
  }

  /**
   * Pixels whose center the instance would cover.
   *
   * @param visible place of the visible object for each pixel; where it is this one, no ray is
   *     needed
   */
  int pixels(int object, int[] visible) {
    Aabb bounds = geometry.surface(object).surface().bounds();
    if (bounds.isEmpty()) {
      return 0;
    }
    PixelBox box = projected(object, bounds).box();
    int count = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        if (visible[y * camera.width() + x] == object
            || geometry.covers(traversal, object, x + 0.5, y + 0.5)) {
          count++;
        }
      }
    }
    return count;
  }

  /** Share of the full silhouette's solid angle outside the image. */
  double truncation(int object) {
    Aabb bounds = geometry.surface(object).surface().bounds();
    if (bounds.isEmpty()) {
      return 1;
    }
    return switch (projected(object, bounds).relation()) {
      case INSIDE -> 0;
      case OUTSIDE -> 1;
      case CROSSING -> measuredTruncation(object, bounds);
    };
  }

  private ProjectedBounds projected(int object, Aabb bounds) {
    return ProjectedBounds.of(camera, bounds, geometry.surface(object).sceneFromObject());
  }

  private double measuredTruncation(int object, Aabb bounds) {
    List<TruncationTile> tiles =
        TruncationTiles.cover(bounds, geometry.surface(object).sceneFromObject());
    return TruncationTiles.truncation(
        camera,
        tiles,
        (index, x, y) -> {
          TruncationTile tile = tiles.get(index);
          Vec3 direction =
              tile.viewFromTile().transformDirection(tile.camera().direction(x + 0.5, y + 0.5));
          return traversal.meets(
              geometry.scene(), object, Vec3.ZERO, direction, ProjectedBounds.NEAR);
        });
  }
}
