package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.RigidBody;

/** A convex body in the world: an oracle by separating axes that knows nothing of Bullet. */
record PlacedHull(List<Vec3> vertices, List<Vec3> normals, List<Vec3> edges) {
  static PlacedHull of(RigidBody body, Affine3 worldFromBody) {
    ConvexHull hull = HullBuilder.of(body.mesh().positions()).scaled(body.scale());
    List<Vec3> vertices = new ArrayList<>();
    for (int i = 0; i < hull.vertexCount(); i++) {
      vertices.add(worldFromBody.transformPoint(hull.vertex(i)));
    }
    List<Vec3> normals = new ArrayList<>();
    List<Vec3> edges = new ArrayList<>();
    for (int i = 0; i < hull.faces().length; i += 3) {
      add(normals, worldFromBody.transformDirection(hull.normal(i)));
      for (int k = 0; k < 3; k++) {
        Vec3 from = vertices.get(hull.faces()[i + k]);
        Vec3 to = vertices.get(hull.faces()[i + (k + 1) % 3]);
        add(edges, to.minus(from).normalize());
      }
    }
    return new PlacedHull(vertices, normals, edges);
  }

  private static void add(List<Vec3> list, Vec3 direction) {
    if (list.stream().noneMatch(known -> Math.abs(known.dot(direction)) > 1 - 1e-9)) {
      list.add(direction);
    }
  }

  /** Height of the lowest vertex over the ground. */
  double lowest() {
    return vertices.stream().mapToDouble(Vec3::z).min().orElseThrow();
  }

  /**
   * The greatest gap along any axis that can part two polyhedra: negative where they overlap, by
   * the least distance that would part them; where they don't, no more than their distance.
   */
  double separation(PlacedHull other) {
    double best = Double.NEGATIVE_INFINITY;
    for (Vec3 axis : normals) {
      best = Math.max(best, gap(axis, other));
    }
    for (Vec3 axis : other.normals) {
      best = Math.max(best, gap(axis, other));
    }
    for (Vec3 mine : edges) {
      for (Vec3 theirs : other.edges) {
        Vec3 axis = mine.cross(theirs);
        if (axis.length() > 1e-6) {
          best = Math.max(best, gap(axis.normalize(), other));
        }
      }
    }
    return best;
  }

  private double gap(Vec3 axis, PlacedHull other) {
    double[] mine = range(vertices, axis);
    double[] theirs = range(other.vertices, axis);
    return Math.max(mine[0] - theirs[1], theirs[0] - mine[1]);
  }

  private static double[] range(List<Vec3> points, Vec3 axis) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (Vec3 point : points) {
      double at = point.dot(axis);
      range[0] = Math.min(range[0], at);
      range[1] = Math.max(range[1], at);
    }
    return range;
  }
}
