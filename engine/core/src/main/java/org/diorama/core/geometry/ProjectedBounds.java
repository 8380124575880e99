package org.diorama.core.geometry;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;

/**
 * Where a box lies with respect to an image: the one test by which renderers decide what can be
 * skipped, and which instances need {@link TruncationTiles}.
 *
 * @param relation of the box to the image's frustum; conservative towards {@link Relation#CROSSING}
 * @param box whole pixels that can show it, inside the image; empty where it lies outside
 */
public record ProjectedBounds(Relation relation, PixelBox box) {
  /** How a box lies to the frustum. */
  public enum Relation {
    OUTSIDE,
    INSIDE,
    CROSSING
  }

  /**
   * Points nearer than this planar depth, in meters, are treated as crossing the camera's plane.
   */
  public static final double NEAR = 1e-3;

  /**
   * @param bounds in the object's space; not empty
   * @param viewFromObject to the camera's OpenCV frame
   */
  public static ProjectedBounds of(PinholeCamera camera, Aabb bounds, Affine3 viewFromObject) {
    int behind = 0;
    int left = 0;
    int right = 0;
    int above = 0;
    int below = 0;
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 8; i++) {
      Vec3 corner = viewFromObject.transformPoint(bounds.corner(i));
      behind += corner.z() < NEAR ? 1 : 0;
      // Frustum sides as homogeneous half-spaces, right for corners behind the camera too.
      double x = camera.focalX() * corner.x() + camera.centerX() * corner.z();
      double y = camera.focalY() * corner.y() + camera.centerY() * corner.z();
      left += x < 0 ? 1 : 0;
      right += x > camera.width() * corner.z() ? 1 : 0;
      above += y < 0 ? 1 : 0;
      below += y > camera.height() * corner.z() ? 1 : 0;
      minX = Math.min(minX, x / corner.z());
      minY = Math.min(minY, y / corner.z());
      maxX = Math.max(maxX, x / corner.z());
      maxY = Math.max(maxY, y / corner.z());
    }
    if (behind == 8 || left == 8 || right == 8 || above == 8 || below == 8) {
      return new ProjectedBounds(Relation.OUTSIDE, PixelBox.EMPTY);
    }
    if (behind > 0) {
      return new ProjectedBounds(
          Relation.CROSSING, new PixelBox(0, 0, camera.width(), camera.height()));
    }
    boolean crossing = left + right + above + below > 0;
    PixelBox box =
        new PixelBox(
            clamp(Math.floor(minX) - 1, camera.width()),
            clamp(Math.floor(minY) - 1, camera.height()),
            clamp(Math.ceil(maxX) + 1, camera.width()),
            clamp(Math.ceil(maxY) + 1, camera.height()));
    return new ProjectedBounds(crossing ? Relation.CROSSING : Relation.INSIDE, box);
  }

  /** How two boxes together lie to one image. */
  public ProjectedBounds union(ProjectedBounds other) {
    return new ProjectedBounds(
        relation == other.relation ? relation : Relation.CROSSING, box.union(other.box));
  }

  private static int clamp(double pixel, int size) {
    return (int) Math.max(0, Math.min(size, pixel));
  }
}
