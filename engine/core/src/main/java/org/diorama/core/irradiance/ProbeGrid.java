package org.diorama.core.irradiance;

import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;

/**
 * Places of probes: a grid along the world's axes, x changing fastest.
 *
 * @param first world meters
 * @param spacing meters along each axis
 * @param columns along x, at least 2; likewise rows along y and floors along z
 */
record ProbeGrid(Vec3 first, Vec3 spacing, int columns, int rows, int floors) {
  static final int MOST = 320;

  private static final double CLOSEST = 0.4;

  /**
   * Meters inside a box at which the outer probes stand: before what juts out of the walls that
   * bound it. The light above a sunlit window sill is not that of the wall under it.
   */
  private static final double INSET = 0.25;

  /** Of the far side, in parts of the near side's. */
  private static final double OTHER_INSET = 0.7;

  /** The finest grid in a box that has not too many probes. */
  static ProbeGrid in(Aabb box) {
    Vec3 size = box.size();
    Vec3 inset = size.times(0.25).min(Vec3.ONE.times(INSET));
    // Not in the middle: there a partition may stand, and a probe within it would see both sides.
    Vec3 inner = size.minus(inset.times(1 + OTHER_INSET));
    double apart = CLOSEST;
    while (count(inner.x(), apart) * count(inner.y(), apart) * count(inner.z(), apart) > MOST) {
      apart *= 1.05;
    }
    int columns = count(inner.x(), apart);
    int rows = count(inner.y(), apart);
    int floors = count(inner.z(), apart);
    Vec3 spacing =
        new Vec3(inner.x() / (columns - 1), inner.y() / (rows - 1), inner.z() / (floors - 1));
    return new ProbeGrid(box.min().plus(inset), spacing, columns, rows, floors);
  }

  private static int count(double length, double apart) {
    return 1 + Math.max(1, (int) Math.ceil(length / apart));
  }

  int count() {
    return columns * rows * floors;
  }

  int index(int column, int row, int floor) {
    return (floor * rows + row) * columns + column;
  }

  Vec3 place(int probe) {
    int column = probe % columns;
    int row = probe / columns % rows;
    int floor = probe / columns / rows;
    return first.plus(spacing.times(new Vec3(column, row, floor)));
  }

  /** Meters from the box of all probes; 0 inside. */
  double off(Vec3 position) {
    Vec3 from = position.minus(first);
    Vec3 last = spacing.times(new Vec3(columns - 1, rows - 1, floors - 1));
    return from.minus(from.max(Vec3.ZERO).min(last)).length();
  }

  /** Shortest distance between neighbors. */
  double closest() {
    return Math.min(spacing.x(), Math.min(spacing.y(), spacing.z()));
  }

  /** Length beyond which no distance matters: no point of a cell is farther from its corners. */
  double farthest() {
    return 1.5 * spacing.length();
  }
}
