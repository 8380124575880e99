package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.diorama.core.sample.SampledNode;

/**
 * Points of a rectangle none of which is nearer to another than a distance, with no room left for
 * more: Bridson, "Fast Poisson disk sampling in arbitrary dimensions", SIGGRAPH sketches 2007.
 */
final class PoissonDisk {
  /** Candidates around a point before it is given up. */
  private static final int CANDIDATES = 30;

  private final Aabb box;
  private final double distance;
  private final RandomStream stream;
  private final double cell;
  private final int columns;
  private final int rows;
  private final int[] grid;
  private final List<Vec3> points = new ArrayList<>();

  private PoissonDisk(Aabb box, double distance, RandomStream stream) {
    this.box = box;
    this.distance = distance;
    this.stream = stream;
    // A cell holds one point at most.
    this.cell = distance / Math.sqrt(2);
    this.columns = 1 + (int) (box.size().x() / cell);
    this.rows = 1 + (int) (box.size().y() / cell);
    this.grid = new int[columns * rows];
    Arrays.fill(grid, -1);
  }

  /** Most points that a rectangle may hold: as many as a frame may have instances. */
  static boolean isTooFine(Aabb box, double distance) {
    double cells = (1 + box.size().x() / distance) * (1 + box.size().y() / distance);
    return !(cells <= SampledNode.MAX_INSTANCE_ID);
  }

  /**
   * In random order: any number of the first ones is spread over the whole rectangle.
   *
   * @param box z is taken from its minimum
   * @param distance positive; see {@link #isTooFine}
   */
  static List<Vec3> fill(Aabb box, double distance, RandomStream stream) {
    PoissonDisk disk = new PoissonDisk(box, distance, stream);
    disk.fill();
    shuffle(disk.points, stream);
    return disk.points;
  }

  private void fill() {
    add(
        new Vec3(
            stream.uniform(box.min().x(), box.max().x()),
            stream.uniform(box.min().y(), box.max().y()),
            box.min().z()));
    List<Integer> active = new ArrayList<>(List.of(0));
    while (!active.isEmpty()) {
      int chosen = (int) stream.uniformInt(0, active.size() - 1);
      if (!grow(points.get(active.get(chosen)))) {
        active.set(chosen, active.get(active.size() - 1));
        active.remove(active.size() - 1);
      } else {
        active.add(points.size() - 1);
      }
    }
  }

  /** Adds a point in the ring around another; false where none was found. */
  private boolean grow(Vec3 center) {
    for (int i = 0; i < CANDIDATES; i++) {
      // Uniform in the area between one and two distances.
      double radius = distance * Math.sqrt(1 + 3 * stream.uniform());
      double angle = 2 * StrictMath.PI * stream.uniform();
      Vec3 candidate = center.plus(Rotations.direction(angle, 0).times(radius));
      if (isFree(candidate)) {
        add(candidate);
        return true;
      }
    }
    return false;
  }

  private boolean isFree(Vec3 point) {
    if (point.x() < box.min().x()
        || point.x() > box.max().x()
        || point.y() < box.min().y()
        || point.y() > box.max().y()) {
      return false;
    }
    int column = column(point);
    int row = row(point);
    for (int y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++) {
      for (int x = Math.max(0, column - 2); x <= Math.min(columns - 1, column + 2); x++) {
        int other = grid[y * columns + x];
        if (other >= 0 && points.get(other).minus(point).length() < distance) {
          return false;
        }
      }
    }
    return true;
  }

  private void add(Vec3 point) {
    grid[row(point) * columns + column(point)] = points.size();
    points.add(point);
  }

  private int column(Vec3 point) {
    return (int) ((point.x() - box.min().x()) / cell);
  }

  private int row(Vec3 point) {
    return (int) ((point.y() - box.min().y()) / cell);
  }

  /** Durstenfeld, "Algorithm 235: random permutation", CACM 7, 1964. */
  static <T> void shuffle(List<T> items, RandomStream stream) {
    for (int i = items.size() - 1; i > 0; i--) {
      Collections.swap(items, i, (int) stream.uniformInt(0, i));
    }
  }
}
