package org.diorama.core.sample.surface;

import java.util.List;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;

/**
 * A simple polygon as extent of a surface.
 *
 * @param outline corners in order, either way round; z = 0
 */
public record PolygonExtent(List<Vec3> outline) implements StandingSurface.Extent {
  /** Borders are crossed by rounding alone, never by this much. Meters. */
  private static final double TOUCH = 1e-9;

  private static final int MOST_DRAWS = 1000;

  public PolygonExtent {
    outline = List.copyOf(outline);
  }

  public static PolygonExtent rectangle(double minX, double minY, double maxX, double maxY) {
    return new PolygonExtent(
        List.of(
            new Vec3(minX, minY, 0),
            new Vec3(maxX, minY, 0),
            new Vec3(maxX, maxY, 0),
            new Vec3(minX, maxY, 0)));
  }

  @Override
  public double area() {
    double doubled = 0;
    for (int i = 0; i < outline.size(); i++) {
      doubled += outline.get(i).cross(next(i)).z();
    }
    return Math.abs(doubled) / 2;
  }

  @Override
  public Aabb bounds() {
    Aabb box = Aabb.EMPTY;
    for (Vec3 corner : outline) {
      box = box.include(corner);
    }
    return box;
  }

  /** Draws in the bounds until the point lies inside; a sliver that is never hit gives a corner. */
  @Override
  public Vec3 draw(RandomStream stream) {
    Aabb box = bounds();
    for (int i = 0; i < MOST_DRAWS; i++) {
      double x = stream.uniform(box.min().x(), box.max().x());
      Vec3 point = new Vec3(x, stream.uniform(box.min().y(), box.max().y()), 0);
      if (contains(point)) {
        return point;
      }
    }
    return outline.get(0);
  }

  /** Even-odd rule; the border belongs to the polygon. */
  boolean contains(Vec3 point) {
    boolean inside = false;
    for (int i = 0; i < outline.size(); i++) {
      Vec3 a = outline.get(i);
      Vec3 b = next(i);
      if (distance(point, a, b) <= TOUCH) {
        return true;
      }
      if (a.y() > point.y() != b.y() > point.y()
          && point.x() < a.x() + (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y())) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** All corners lie inside, and no side of the polygon cuts into the footprint. */
  @Override
  public boolean covers(List<Vec3> corners) {
    if (!corners.stream().allMatch(this::contains)) {
      return false;
    }
    for (int i = 0; i < outline.size(); i++) {
      if (cuts(outline.get(i), next(i), corners)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a segment passes through the interior of a convex polygon: Cyrus, Beck, "Generalized
   * two- and three-dimensional clipping", Computers &amp; Graphics 3, 1978.
   */
  private static boolean cuts(Vec3 from, Vec3 to, List<Vec3> convex) {
    Vec3 way = to.minus(from);
    double enter = 0;
    double leave = 1;
    for (int i = 0; i < convex.size(); i++) {
      Vec3 a = convex.get(i);
      Vec3 side = convex.get((i + 1) % convex.size()).minus(a).normalize();
      // Distance inwards of a counter-clockwise side, less what rounding may take.
      double depth = side.cross(from.minus(a)).z() - TOUCH;
      double rate = side.cross(way).z();
      if (rate == 0) {
        if (depth <= 0) {
          return false;
        }
      } else if (rate > 0) {
        enter = Math.max(enter, -depth / rate);
      } else {
        leave = Math.min(leave, -depth / rate);
      }
    }
    return enter < leave;
  }

  private Vec3 next(int corner) {
    return outline.get((corner + 1) % outline.size());
  }

  private static double distance(Vec3 point, Vec3 a, Vec3 b) {
    Vec3 way = b.minus(a);
    double square = way.dot(way);
    double t = square == 0 ? 0 : Math.max(0, Math.min(1, point.minus(a).dot(way) / square));
    return point.minus(a.plus(way.times(t))).length();
  }
}
