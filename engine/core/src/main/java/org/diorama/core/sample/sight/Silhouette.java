package org.diorama.core.sample.sight;

import org.diorama.core.geometry.PixelBox;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * Rays of a camera that meet one instance, nothing else considered.
 *
 * @param directions in the camera's frame, z = 1
 * @param depths planar depth of the instance's surface on each ray, meters
 * @param way a box of the world around the camera and all points that the rays meet
 * @param stride of the pixel grid the rays were taken from: each stands for stride² pixels
 * @param box whole pixels around the rays; empty where there are none
 */
public record Silhouette(Vec3[] directions, double[] depths, Aabb way, int stride, PixelBox box) {
  public int rays() {
    return directions.length;
  }

  /** Area in the image. */
  public double pixels() {
    return (double) rays() * stride * stride;
  }
}
