package org.diorama.core.sample.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.diorama.core.math.Vec3;

/**
 * Finds what lies near a place, seen from above. Each thing is a disk, kept once by its center in
 * one of several grids whose cells are at least as wide as the disk: Ulrich, "Loose octrees", Game
 * Programming Gems, 2000. So neither many small things nor a few wide ones make a search slow.
 */
final class DiskIndex<T> {
  private record Disk<T>(double x, double y, double radius, T thing) {}

  private record Cell(long column, long row) {}

  /** Cells by the binary logarithm of their width in meters. */
  private final Map<Integer, Map<Cell, List<Disk<T>>>> grids = new TreeMap<>();

  private final Map<Integer, List<Disk<T>>> all = new TreeMap<>();

  /**
   * @param center z is ignored
   * @param radius meters
   */
  void add(Vec3 center, double radius, T thing) {
    int grid = Math.max(-20, Math.getExponent(radius) + 2);
    Disk<T> disk = new Disk<>(center.x(), center.y(), radius, thing);
    double width = Math.scalb(1.0, grid);
    Cell cell = new Cell(cell(disk.x, width), cell(disk.y, width));
    grids
        .computeIfAbsent(grid, any -> new LinkedHashMap<>())
        .computeIfAbsent(cell, any -> new ArrayList<>())
        .add(disk);
    all.computeIfAbsent(grid, any -> new ArrayList<>()).add(disk);
  }

  /** Whether any thing that a disk meets fulfils the condition; asked in no particular order. */
  boolean any(Vec3 center, double radius, Predicate<T> condition) {
    for (int grid : grids.keySet()) {
      if (any(grid, center, radius, condition)) {
        return true;
      }
    }
    return false;
  }

  private boolean any(int grid, Vec3 center, double radius, Predicate<T> condition) {
    double width = Math.scalb(1.0, grid);
    double reach = radius + width / 2; // no disk of this grid is wider than half a cell's radius
    long firstColumn = cell(center.x() - reach, width);
    long lastColumn = cell(center.x() + reach, width);
    long firstRow = cell(center.y() - reach, width);
    long lastRow = cell(center.y() + reach, width);
    List<Disk<T>> disks = all.get(grid);
    if ((double) (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1) > disks.size()) {
      return any(disks, center, radius, condition);
    }
    Map<Cell, List<Disk<T>>> cells = grids.get(grid);
    for (long row = firstRow; row <= lastRow; row++) {
      for (long column = firstColumn; column <= lastColumn; column++) {
        List<Disk<T>> here = cells.get(new Cell(column, row));
        if (here != null && any(here, center, radius, condition)) {
          return true;
        }
      }
    }
    return false;
  }

  private static <T> boolean any(
      List<Disk<T>> disks, Vec3 center, double radius, Predicate<T> condition) {
    for (Disk<T> disk : disks) {
      double x = disk.x - center.x();
      double y = disk.y - center.y();
      double touching = disk.radius + radius;
      if (x * x + y * y <= touching * touching && condition.test(disk.thing)) {
        return true;
      }
    }
    return false;
  }

  private static long cell(double coordinate, double width) {
    return (long) Math.floor(coordinate / width);
  }
}
