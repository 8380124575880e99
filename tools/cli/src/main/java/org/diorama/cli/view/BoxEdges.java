package org.diorama.cli.view;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.box.Box3d;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/** The twelve edges of a 3D box in the image, cut where they reach behind the camera. */
final class BoxEdges {
  /** Meters before the camera's plane; nearer points would lie anywhere. */
  static final double NEAR = 0.01;

  private BoxEdges() {}

  /**
   * @return x0, y0, x1, y1 of each edge, in pixels, beyond the image too
   */
  static List<double[]> of(Box3d box, PinholeCamera camera) {
    Aabb own = new Aabb(box.size().times(-0.5), box.size().times(0.5));
    List<double[]> edges = new ArrayList<>();
    for (int corner = 0; corner < 8; corner++) {
      for (int axis = 1; axis < 8; axis *= 2) {
        if ((corner & axis) == 0) {
          Vec3 from = box.cameraFromBox().transformPoint(own.corner(corner));
          Vec3 to = box.cameraFromBox().transformPoint(own.corner(corner | axis));
          if (Math.max(from.z(), to.z()) > NEAR) {
            Vec3 a = before(from, to);
            Vec3 b = before(to, from);
            edges.add(
                new double[] {
                  camera.projectX(a), camera.projectY(a), camera.projectX(b), camera.projectY(b)
                });
          }
        }
      }
    }
    return edges;
  }

  /** The point, or where the line to the other passes {@link #NEAR}. */
  private static Vec3 before(Vec3 point, Vec3 other) {
    if (point.z() >= NEAR) {
      return point;
    }
    double share = (NEAR - point.z()) / (other.z() - point.z());
    return point.plus(other.minus(point).times(share));
  }
}
