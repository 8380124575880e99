package org.diorama.core.asset;

import java.util.Arrays;
import java.util.List;
import org.diorama.core.math.Vec3;

/**
 * The part of a level surface on which things can stand, as equal cells of a raster in the asset's
 * x and y, meters. Every point of a cell lies on the surface, so round and L-shaped tops lose up to
 * a cell along their border and nothing hangs in the air. Above a cell, the asset itself leaves a
 * stated height free. Immutable.
 */
public final class SupportRegion {
  /** Most cells along either axis. */
  public static final int MAX_SIDE = 128;

  /** Footprints may reach over the border by rounding; meters. */
  private static final double TOUCH = 1e-6;

  private final double minX;
  private final double minY;
  private final double cellX;
  private final double cellY;
  private final int columns;
  private final double[] freeHeights;
  private final int[] cells;
  private final double lowest;
  private final double highest;

  /**
   * @param minX of the raster's first column
   * @param minY of its first row
   * @param cellX size of a cell along x
   * @param cellY size of a cell along y
   * @param columns 1 to {@link #MAX_SIDE}
   * @param freeHeights of each cell, x running fastest: meters above the surface, infinite under
   *     the open sky, 0 where nothing can stand; as many as fill 1 to {@link #MAX_SIDE} rows
   * @throws IllegalArgumentException where a value is out of range or no cell is free
   */
  public SupportRegion(
      double minX, double minY, double cellX, double cellY, int columns, double[] freeHeights) {
    if (!(cellX > 0 && cellY > 0 && Double.isFinite(minX + minY + cellX + cellY))) {
      throw new IllegalArgumentException("cells of " + cellX + " by " + cellY);
    }
    if (columns < 1
        || columns > MAX_SIDE
        || freeHeights.length % columns != 0
        || freeHeights.length > MAX_SIDE * columns) {
      throw new IllegalArgumentException(columns + " columns of " + freeHeights.length + " cells");
    }
    this.minX = minX;
    this.minY = minY;
    this.cellX = cellX;
    this.cellY = cellY;
    this.columns = columns;
    this.freeHeights = freeHeights.clone();
    int[] free = new int[freeHeights.length];
    int count = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int cell = 0; cell < freeHeights.length; cell++) {
      if (!(freeHeights[cell] >= 0)) {
        throw new IllegalArgumentException("free height " + freeHeights[cell]);
      }
      if (freeHeights[cell] > 0) {
        free[count++] = cell;
        least = Math.min(least, freeHeights[cell]);
        greatest = Math.max(greatest, freeHeights[cell]);
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("nothing can stand on any cell");
    }
    this.cells = Arrays.copyOf(free, count);
    this.lowest = least;
    this.highest = greatest;
  }

  public double minX() {
    return minX;
  }

  public double minY() {
    return minY;
  }

  public double cellX() {
    return cellX;
  }

  public double cellY() {
    return cellY;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return freeHeights.length / columns;
  }

  /** Free height of a cell, meters; infinite under the open sky, 0 where nothing can stand. */
  public double freeHeight(int column, int row) {
    return freeHeights[row * columns + column];
  }

  /** Free height at a point of the asset's x and y, meters; 0 beside the region. */
  public double freeHeightAt(Vec3 point) {
    int column = (int) Math.floor((point.x() - minX) / cellX);
    int row = (int) Math.floor((point.y() - minY) / cellY);
    boolean inside = column >= 0 && column < columns && row >= 0 && row < rows();
    return inside ? freeHeight(column, row) : 0;
  }

  /** Least free height of all cells on which things can stand, meters. */
  public double leastFreeHeight() {
    return lowest;
  }

  /** Greatest free height of all cells, meters; infinite where some lie under the open sky. */
  public double greatestFreeHeight() {
    return highest;
  }

  /** Square meters on which things can stand. */
  public double area() {
    return cells.length * cellX * cellY;
  }

  public double sizeX() {
    return columns * cellX;
  }

  public double sizeY() {
    return rows() * cellY;
  }

  /**
   * A point of the region: uniform in area where the three numbers are uniform in [0, 1) and
   * independent.
   *
   * @param choice of the cell
   * @param alongX place in the cell
   * @param alongY place in the cell
   * @return x and y in the asset's space, z = 0
   */
  public Vec3 point(double choice, double alongX, double alongY) {
    int cell = cells[(int) (choice * cells.length)];
    return new Vec3(
        minX + (cell % columns + alongX) * cellX, minY + (cell / columns + alongY) * cellY, 0);
  }

  /**
   * Whether a convex footprint lies inside, with so much free height over all of it.
   *
   * @param corners around the footprint, in the asset's x and y; z is ignored
   * @param height meters
   */
  public boolean covers(List<Vec3> corners, double height) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Vec3 corner : corners) {
      low = Math.min(low, corner.y());
      high = Math.max(high, corner.y());
    }
    int firstRow = firstCell(low - minY, cellY);
    int lastRow = lastCell(high - minY, cellY, firstRow);
    if (firstRow < 0 || lastRow >= rows()) {
      return false;
    }
    for (int row = firstRow; row <= lastRow; row++) {
      if (!rowCovers(corners, row, height)) {
        return false;
      }
    }
    return true;
  }

  private boolean rowCovers(List<Vec3> corners, int row, double height) {
    double bottom = minY + row * cellY;
    double top = bottom + cellY;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < corners.size(); i++) {
      Vec3 a = corners.get(i);
      Vec3 b = corners.get((i + 1) % corners.size());
      double rise = b.y() - a.y();
      double enter = rise == 0 ? 0 : Math.min((bottom - a.y()) / rise, (top - a.y()) / rise);
      double leave = rise == 0 ? 1 : Math.max((bottom - a.y()) / rise, (top - a.y()) / rise);
      enter = Math.max(0, enter);
      leave = Math.min(1, leave);
      boolean outside = rise == 0 && (a.y() < bottom || a.y() > top);
      if (enter <= leave && !outside) {
        double x0 = a.x() + enter * (b.x() - a.x());
        double x1 = a.x() + leave * (b.x() - a.x());
        low = Math.min(low, Math.min(x0, x1));
        high = Math.max(high, Math.max(x0, x1));
      }
    }
    if (low > high) {
      return true; // the footprint ends within the tolerance before this row
    }
    int first = firstCell(low - minX, cellX);
    int last = lastCell(high - minX, cellX, first);
    if (first < 0 || last >= columns) {
      return false;
    }
    for (int column = first; column <= last; column++) {
      double free = freeHeight(column, row);
      if (!(free > 0 && free >= height - TOUCH)) {
        return false;
      }
    }
    return true;
  }

  private static int firstCell(double offset, double size) {
    return (int) Math.max(-1, Math.floor((offset + TOUCH) / size));
  }

  private static int lastCell(double offset, double size, int first) {
    int last = (int) Math.min(MAX_SIDE, Math.ceil((offset - TOUCH) / size) - 1);
    return Math.max(first, last);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupportRegion region
        && minX == region.minX
        && minY == region.minY
        && cellX == region.cellX
        && cellY == region.cellY
        && columns == region.columns
        && Arrays.equals(freeHeights, region.freeHeights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(freeHeights);
  }
}
