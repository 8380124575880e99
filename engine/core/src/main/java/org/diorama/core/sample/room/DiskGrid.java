package org.diorama.core.sample.room;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Numbered disks by the square cell that holds their centers; cells by a hash of their place, with
 * linear probing. No disk is wider than a cell.
 */
final class DiskGrid {
  private static final int FIRST_SIZE = 16;

  private final int exponent;
  private final double width;
  private int count;

  /** Radius of the widest disk, meters. */
  private double widest;

  private double[] disks = new double[3 * FIRST_SIZE];
  private int[] numbers = new int[FIRST_SIZE];

  /** The disk that came into the same cell before, -1 for none. */
  private int[] before = new int[FIRST_SIZE];

  /** Column and row of the cells that hold disks. */
  private long[] cells = new long[4 * FIRST_SIZE];

  /** The last disk of each of these cells; -1 where there is no cell. */
  private int[] last = new int[2 * FIRST_SIZE];

  private int usedCells;

  /**
   * @param exponent binary logarithm of the cells' width in meters
   */
  DiskGrid(int exponent) {
    this.exponent = exponent;
    this.width = Math.scalb(1.0, exponent);
    Arrays.fill(last, -1);
  }

  int exponent() {
    return exponent;
  }

  /**
   * @param radius meters, at most half a cell's width
   */
  void add(double x, double y, double radius, int number) {
    if (count == numbers.length) {
      disks = Arrays.copyOf(disks, 2 * disks.length);
      numbers = Arrays.copyOf(numbers, 2 * count);
      before = Arrays.copyOf(before, 2 * count);
    }
    disks[3 * count] = x;
    disks[3 * count + 1] = y;
    disks[3 * count + 2] = radius;
    numbers[count] = number;
    widest = Math.max(widest, radius);
    enter(count++);
    if (2 * usedCells > last.length) {
      cells = new long[2 * cells.length];
      last = new int[2 * last.length];
      Arrays.fill(last, -1);
      usedCells = 0;
      for (int disk = 0; disk < count; disk++) {
        enter(disk);
      }
    }
  }

  private void enter(int disk) {
    long column = cell(disks[3 * disk]);
    long row = cell(disks[3 * disk + 1]);
    int slot = slot(column, row);
    usedCells += last[slot] < 0 ? 1 : 0;
    cells[2 * slot] = column;
    cells[2 * slot + 1] = row;
    before[disk] = last[slot];
    last[slot] = disk;
  }

  /** Where a cell is, or would be. */
  private int slot(long column, long row) {
    long mixed = (column * 0x9E3779B97F4A7C15L + row) * 0xBF58476D1CE4E5B9L;
    int slot = (int) (mixed >>> 32) & last.length - 1;
    while (last[slot] >= 0 && (cells[2 * slot] != column || cells[2 * slot + 1] != row)) {
      slot = slot + 1 & last.length - 1;
    }
    return slot;
  }

  /** Whether any disk that another one meets fulfils the condition. */
  boolean any(double x, double y, double radius, IntPredicate condition) {
    double reach = radius + widest;
    long firstColumn = cell(x - reach);
    long lastColumn = cell(x + reach);
    long firstRow = cell(y - reach);
    long lastRow = cell(y + reach);
    if ((double) (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1) > count) {
      for (int disk = 0; disk < count; disk++) {
        if (meets(disk, x, y, radius) && condition.test(numbers[disk])) {
          return true;
        }
      }
      return false;
    }
    for (long row = firstRow; row <= lastRow; row++) {
      for (long column = firstColumn; column <= lastColumn; column++) {
        for (int disk = last[slot(column, row)]; disk >= 0; disk = before[disk]) {
          if (meets(disk, x, y, radius) && condition.test(numbers[disk])) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean meets(int disk, double x, double y, double radius) {
    double offX = disks[3 * disk] - x;
    double offY = disks[3 * disk + 1] - y;
    double touching = disks[3 * disk + 2] + radius;
    return offX * offX + offY * offY <= touching * touching;
  }

  private long cell(double coordinate) {
    return (long) Math.floor(coordinate / width);
  }
}
