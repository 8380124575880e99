package org.diorama.core.label.keypoint;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;

/**
 * Decides by an image's ids and depths which named points are seen.
 *
 * <p>A point that lies between the centers of four pixels is visible where one of those shows its
 * instance, and the point's depth lies within the range of theirs, widened by a tolerance: {@link
 * #SLOPE} footprints of a pixel at that depth, and what the drawn surface itself may be off by. The
 * range takes up the slope of a surface that several of the pixels show; the footprints that of one
 * which a single pixel shows, up to 63° from facing the camera.
 *
 * @param ids unsigned instance ids row by row from index 0
 * @param depths planar z in meters, likewise
 */
public record KeypointSight(PinholeCamera camera, ShortBuffer ids, FloatBuffer depths) {
  /** How much the depth of a surface may change within a pixel, in footprints of the pixel. */
  public static final double SLOPE = 2;

  /**
   * @param position in the camera's frame, meters
   * @param slack how far the drawn surface may lie from the point, meters
   */
  public KeypointLabel see(int instanceId, String name, Vec3 position, double slack) {
    if (position.z() < ProjectedBounds.NEAR) {
      return outside(name, position);
    }
    double x = camera.projectX(position);
    double y = camera.projectY(position);
    if (!(x >= 0 && x < camera.width() && y >= 0 && y < camera.height())) {
      return outside(name, position);
    }
    double footprint = position.z() / Math.min(camera.focalX(), camera.focalY());
    boolean seen = isSeen(instanceId, x, y, position.z(), slack + SLOPE * footprint);
    int flag = seen ? KeypointLabel.VISIBLE : KeypointLabel.HIDDEN;
    return new KeypointLabel(name, x, y, flag, position);
  }

  private static KeypointLabel outside(String name, Vec3 position) {
    return new KeypointLabel(name, 0, 0, KeypointLabel.OUTSIDE, position);
  }

  private boolean isSeen(int instanceId, double x, double y, double z, double tolerance) {
    int left = (int) Math.floor(x - 0.5);
    int top = (int) Math.floor(y - 0.5);
    double nearest = Double.POSITIVE_INFINITY;
    double farthest = Double.NEGATIVE_INFINITY;
    for (int v = Math.max(0, top); v <= Math.min(top + 1, camera.height() - 1); v++) {
      for (int u = Math.max(0, left); u <= Math.min(left + 1, camera.width() - 1); u++) {
        int at = v * camera.width() + u;
        if (Short.toUnsignedInt(ids.get(at)) == instanceId) {
          nearest = Math.min(nearest, depths.get(at));
          farthest = Math.max(farthest, depths.get(at));
        }
      }
    }
    return z >= nearest - tolerance && z <= farthest + tolerance;
  }
}
