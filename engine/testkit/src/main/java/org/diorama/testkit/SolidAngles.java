package org.diorama.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Vec3;

/** Exact solid angles, seen from the origin of a camera's OpenCV frame. */
public final class SolidAngles {
  private SolidAngles() {}

  /**
   * Steradians of a triangle. Van Oosterom, Strackee: "The solid angle of a plane triangle", IEEE
   * Transactions on Biomedical Engineering 30(2), 1983.
   */
  public static double triangle(Vec3 a, Vec3 b, Vec3 c) {
    double la = a.length();
    double lb = b.length();
    double lc = c.length();
    double volume = a.dot(b.cross(c));
    double denominator = la * lb * lc + a.dot(b) * lc + a.dot(c) * lb + b.dot(c) * la;
    return Math.abs(2 * Math.atan2(volume, denominator));
  }

  /** Steradians of a flat convex polygon. */
  public static double polygon(List<Vec3> corners) {
    double sum = 0;
    for (int i = 2; i < corners.size(); i++) {
      sum += triangle(corners.get(0), corners.get(i - 1), corners.get(i));
    }
    return sum;
  }

  /** Share of a flat convex polygon's solid angle outside the image. */
  public static double truncation(PinholeCamera camera, List<Vec3> corners) {
    return 1 - polygon(clip(camera, corners)) / polygon(corners);
  }

  /** The part inside the image: Sutherland, Hodgman, "Reentrant polygon clipping", 1974. */
  private static List<Vec3> clip(PinholeCamera camera, List<Vec3> corners) {
    List<ToDoubleFunction<Vec3>> sides =
        List.of(
            Vec3::z,
            p -> camera.focalX() * p.x() + camera.centerX() * p.z(),
            p -> (camera.width() - camera.centerX()) * p.z() - camera.focalX() * p.x(),
            p -> camera.focalY() * p.y() + camera.centerY() * p.z(),
            p -> (camera.height() - camera.centerY()) * p.z() - camera.focalY() * p.y());
    List<Vec3> polygon = corners;
    for (ToDoubleFunction<Vec3> side : sides) {
      List<Vec3> kept = new ArrayList<>();
      for (int i = 0; i < polygon.size(); i++) {
        Vec3 from = polygon.get(i);
        Vec3 to = polygon.get((i + 1) % polygon.size());
        double before = side.applyAsDouble(from);
        double after = side.applyAsDouble(to);
        if (before >= 0) {
          kept.add(from);
        }
        if (before * after < 0) {
          kept.add(from.plus(to.minus(from).times(before / (before - after))));
        }
      }
      polygon = kept;
    }
    return polygon;
  }
}
