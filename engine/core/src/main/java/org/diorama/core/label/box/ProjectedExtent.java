package org.diorama.core.label.box;

import java.util.Optional;
import org.diorama.core.geometry.ImageBox;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;

/**
 * Collects the box around what lies in front of a camera. All coordinates are those of the camera's
 * frame, meters. What is nearer than {@link ProjectedBounds#NEAR} is cut off, as renderers do.
 */
final class ProjectedExtent {
  private final PinholeCamera camera;
  private double left = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double top = Double.POSITIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  ProjectedExtent(PinholeCamera camera) {
    this.camera = camera;
  }

  /** Takes in a point; nothing where it is cut off. */
  void add(double x, double y, double z) {
    if (z < ProjectedBounds.NEAR) {
      return;
    }
    double inverse = 1 / z;
    double u = x * inverse;
    double v = y * inverse;
    // Few points pass a bound: comparing them costs less than Math.min, which looks for NaN.
    if (u < left) {
      left = u;
    }
    if (u > right) {
      right = u;
    }
    if (v < top) {
      top = v;
    }
    if (v > bottom) {
      bottom = v;
    }
  }

  /** Takes in the point where an edge is cut off; nothing where neither or both of its ends are. */
  void addCut(double ax, double ay, double az, double bx, double by, double bz) {
    if (az < ProjectedBounds.NEAR == bz < ProjectedBounds.NEAR) {
      return;
    }
    double along = (ProjectedBounds.NEAR - az) / (bz - az);
    add(ax + along * (bx - ax), ay + along * (by - ay), ProjectedBounds.NEAR);
  }

  /** Empty where all was cut off. */
  Optional<ImageBox> box() {
    if (left > right) {
      return Optional.empty();
    }
    double x = camera.focalX() * left + camera.centerX();
    double y = camera.focalY() * top + camera.centerY();
    return Optional.of(
        new ImageBox(x, y, camera.focalX() * (right - left), camera.focalY() * (bottom - top)));
  }
}
