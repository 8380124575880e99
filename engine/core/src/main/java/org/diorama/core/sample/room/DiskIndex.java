package org.diorama.core.sample.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.diorama.core.math.Vec3;

/**
 * Finds what lies near a place, seen from above. Each thing is a disk, kept once by its center in
 * one of several grids whose cells are at least as wide as the disk: Ulrich, "Loose octrees", Game
 * Programming Gems, 2000. So neither many small things nor a few wide ones make a search slow.
 */
public final class DiskIndex<T> {
  private static final int FINEST = -20;

  private final List<DiskGrid> grids = new ArrayList<>();
  private final List<T> things = new ArrayList<>();

  /**
   * @param center z is ignored
   * @param radius meters
   */
  public void add(Vec3 center, double radius, T thing) {
    grid(Math.max(FINEST, Math.getExponent(radius) + 2))
        .add(center.x(), center.y(), radius, things.size());
    things.add(thing);
  }

  private DiskGrid grid(int exponent) {
    for (DiskGrid grid : grids) {
      if (grid.exponent() == exponent) {
        return grid;
      }
    }
    DiskGrid grid = new DiskGrid(exponent);
    grids.add(grid);
    return grid;
  }

  /** Whether any thing that a disk meets fulfils the condition; asked in no particular order. */
  public boolean any(Vec3 center, double radius, Predicate<T> condition) {
    for (DiskGrid grid : grids) {
      if (grid.any(center.x(), center.y(), radius, number -> condition.test(things.get(number)))) {
        return true;
      }
    }
    return false;
  }
}
