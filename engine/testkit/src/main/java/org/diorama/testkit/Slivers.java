package org.diorama.testkit;

import java.util.stream.IntStream;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.OffsetRings;

/** Triangles whose images pass a pixel's center closely: thinner ones than rays would meet. */
final class Slivers {
  private Slivers() {}

  /**
   * @param depth planar, between those of its vertices within a relative tolerance
   * @return those in front of the camera whose image comes within {@link OffsetRings#RADIUS}
   */
  static IntStream passing(
      PlacedSurface placed,
      PinholeCamera camera,
      double u,
      double v,
      double depth,
      double tolerance) {
    LevelTriangles triangles = placed.surface().triangles();
    return IntStream.range(0, triangles.count())
        .filter(
            t -> {
              Vec3[] corners = new Vec3[3];
              double least = Double.POSITIVE_INFINITY;
              double greatest = 0;
              for (int i = 0; i < 3; i++) {
                corners[i] = placed.sceneFromObject().transformPoint(triangles.corner(t, i));
                least = Math.min(least, corners[i].z());
                greatest = Math.max(greatest, corners[i].z());
              }
              return least >= ProjectedBounds.NEAR
                  && depth >= least * (1 - tolerance)
                  && depth <= greatest * (1 + tolerance)
                  && distance(corners, camera, u, v) <= OffsetRings.RADIUS;
            });
  }

  /** Pixels from an image position to the nearest point of a triangle's outline. */
  private static double distance(Vec3[] corners, PinholeCamera camera, double u, double v) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      Vec3 from = corners[i];
      Vec3 to = corners[(i + 1) % 3];
      double x = camera.projectX(from) - u;
      double y = camera.projectY(from) - v;
      double dx = camera.projectX(to) - u - x;
      double dy = camera.projectY(to) - v - y;
      double square = dx * dx + dy * dy;
      double along = square == 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / square));
      least = Math.min(least, Math.hypot(x + along * dx, y + along * dy));
    }
    return least;
  }
}
