package org.diorama.core.geometry;

import org.diorama.core.math.Vec3;

/**
 * A pinhole in pixels. Pixel (0, 0) is the top-left one and its center lies at (0.5, 0.5); the
 * camera looks along +Z with +X right and +Y down.
 */
public record PinholeCamera(
    int width, int height, double focalX, double focalY, double centerX, double centerY) {

  /** Direction (not normalized, z = 1) through an image position, in the camera's frame. */
  public Vec3 direction(double u, double v) {
    return new Vec3((u - centerX) / focalX, (v - centerY) / focalY, 1);
  }

  /** Column position in pixels of a point in the camera's frame with z > 0. */
  public double projectX(Vec3 point) {
    return focalX * point.x() / point.z() + centerX;
  }

  /** Row position in pixels of a point in the camera's frame with z > 0. */
  public double projectY(Vec3 point) {
    return focalY * point.y() / point.z() + centerY;
  }

  /** The same view in an image of another size: stretched where its sides differ. */
  public PinholeCamera resized(int newWidth, int newHeight) {
    double across = (double) newWidth / width;
    double down = (double) newHeight / height;
    return new PinholeCamera(
        newWidth, newHeight, focalX * across, focalY * down, centerX * across, centerY * down);
  }

  /** The camera matrix K, three rows in pixels. */
  public double[][] matrix() {
    return new double[][] {{focalX, 0, centerX}, {0, focalY, centerY}, {0, 0, 1}};
  }
}
