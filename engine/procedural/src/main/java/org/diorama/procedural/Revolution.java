package org.diorama.procedural;

import org.diorama.core.math.Vec3;

/** Surfaces of revolution about +Z, and the flat discs that close them. */
final class Revolution {
  private Revolution() {}

  /**
   * A point of a profile in the half plane of radius and height.
   *
   * @param normalRadius outward normal along the radius
   * @param normalHeight outward normal along z
   */
  record ProfilePoint(double radius, double height, double normalRadius, double normalHeight) {}

  /** A profile from its top, v = 0, to its bottom, v = 1. */
  interface Profile {
    ProfilePoint at(double v);
  }

  static void sweep(MeshAssembler mesh, int segments, int rows, Profile profile) {
    mesh.grid(
        segments,
        rows,
        (u, v) -> {
          ProfilePoint point = profile.at(v);
          double cos = cosine(u);
          double sin = sine(u);
          return new SurfacePoint(
              new Vec3(point.radius() * cos, point.radius() * sin, point.height()),
              new Vec3(
                  point.normalRadius() * cos, point.normalRadius() * sin, point.normalHeight()),
              new Vec3(-sin, cos, 0),
              u,
              v);
        });
  }

  /** A disc that faces up or down; the image lies on it undistorted. */
  static void disc(MeshAssembler mesh, int segments, double radius, double height, boolean up) {
    double facing = up ? 1 : -1;
    Vec3 normal = new Vec3(0, 0, facing);
    int center =
        mesh.vertex(new SurfacePoint(new Vec3(0, 0, height), normal, Vec3.UNIT_X, 0.5, 0.5));
    for (int i = 0; i <= segments; i++) {
      double cos = cosine((double) i / segments);
      double sin = sine((double) i / segments);
      int rim =
          mesh.vertex(
              new SurfacePoint(
                  new Vec3(radius * cos, radius * sin, height),
                  normal,
                  Vec3.UNIT_X,
                  0.5 + 0.5 * cos,
                  0.5 - 0.5 * sin * facing));
      if (i > 0 && up) {
        mesh.triangle(center, rim - 1, rim);
      } else if (i > 0) {
        mesh.triangle(center, rim, rim - 1);
      }
    }
  }

  /** Cosine of a share of the full turn; exact at its quarters, so that a seam closes. */
  static double cosine(double turns) {
    return sine(turns + 0.25);
  }

  static double sine(double turns) {
    double t = turns - Math.floor(turns);
    if (t == 0 || t == 0.5) {
      return 0;
    }
    if (t == 0.25 || t == 0.75) {
      return t == 0.25 ? 1 : -1;
    }
    return StrictMath.sin(2 * Math.PI * t);
  }
}
