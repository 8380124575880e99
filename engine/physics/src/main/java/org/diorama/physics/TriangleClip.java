package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.RigidBody;

/**
 * Surfaces as floats bear them. What lies far away is left out, and what is large near the bodies
 * is cut: the distance from a triangle of a kilometer is known to centimeters only. Polygons are
 * cut as by Sutherland, Hodgman, "Reentrant Polygon Clipping", CACM 17(1), 1974.
 */
final class TriangleClip {
  /** Cuts lie at this distance from the origin in Bullet's units, and at its powers. */
  private static final double SPACING = 4;

  private TriangleClip() {}

  /**
   * The triangles of a body inside a cube around the origin, three corners each, in Bullet's units.
   *
   * @param half of the cube's side, in Bullet's units
   */
  static List<Vec3> inside(RigidBody body, SimulationUnits units, double half) {
    Affine3 unitFromBody =
        Affine3.scaling(Vec3.ONE.times(units.unitsPerMeter()))
            .times(Affine3.translation(units.origin().negate()))
            .times(body.worldFromBody())
            .times(Affine3.scaling(body.scale()));
    float[] p = body.mesh().positions();
    int[] indices = body.mesh().indices();
    List<Vec3> result = new ArrayList<>();
    for (int i = 0; i < indices.length; i += 3) {
      List<Vec3> triangle = new ArrayList<>();
      for (int corner = 0; corner < 3; corner++) {
        int vertex = 3 * indices[i + corner];
        triangle.add(
            unitFromBody.transformPoint(new Vec3(p[vertex], p[vertex + 1], p[vertex + 2])));
      }
      for (List<Vec3> polygon : pieces(triangle, half)) {
        for (int corner = 2; corner < polygon.size(); corner++) {
          result.add(polygon.get(0));
          result.add(polygon.get(corner - 1));
          result.add(polygon.get(corner));
        }
      }
    }
    return result;
  }

  private static List<List<Vec3>> pieces(List<Vec3> triangle, double half) {
    List<List<Vec3>> pieces = List.of(triangle);
    for (int axis = 0; axis < 3; axis++) {
      List<List<Vec3>> inside = new ArrayList<>();
      for (List<Vec3> piece : pieces) {
        List<Vec3> kept = below(below(piece, axis, 1, half), axis, -1, half);
        if (!kept.isEmpty()) {
          inside.add(kept);
        }
      }
      pieces = inside;
      for (double at = SPACING; at < half; at *= SPACING) {
        pieces = split(split(pieces, axis, at), axis, -at);
      }
    }
    return pieces;
  }

  private static List<List<Vec3>> split(List<List<Vec3>> polygons, int axis, double at) {
    List<List<Vec3>> result = new ArrayList<>();
    for (List<Vec3> polygon : polygons) {
      double min = polygon.stream().mapToDouble(p -> p.component(axis)).min().orElseThrow();
      double max = polygon.stream().mapToDouble(p -> p.component(axis)).max().orElseThrow();
      if (min < at && at < max) {
        result.add(below(polygon, axis, 1, at));
        result.add(below(polygon, axis, -1, -at));
      } else {
        result.add(polygon);
      }
    }
    return result;
  }

  /** What of a polygon has {@code sign · coordinate <= limit}. */
  private static List<Vec3> below(List<Vec3> polygon, int axis, int sign, double limit) {
    List<Vec3> kept = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      Vec3 from = polygon.get(i);
      Vec3 to = polygon.get((i + 1) % polygon.size());
      double fromOutside = sign * from.component(axis) - limit;
      double toOutside = sign * to.component(axis) - limit;
      if (fromOutside <= 0) {
        kept.add(from);
      }
      if (fromOutside <= 0 != toOutside <= 0) {
        double part = fromOutside / (fromOutside - toOutside);
        kept.add(from.plus(to.minus(from).times(part)));
      }
    }
    return kept;
  }
}
