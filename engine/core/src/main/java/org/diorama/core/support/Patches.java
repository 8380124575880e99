package org.diorama.core.support;

import java.util.Optional;
import org.diorama.core.asset.SupportRegion;

/**
 * Leaves of one height's cells those that hang together in large enough patches. A shelf's board
 * stays one surface where uprights divide it.
 */
final class Patches {
  private final Raster raster;
  private final double[] freeHeights;
  private final double[] kept;
  private final boolean[] seen;

  /** Cells of the patch that is being gathered. */
  private final int[] cells;

  private Patches(Raster raster, double[] freeHeights) {
    this.raster = raster;
    this.freeHeights = freeHeights;
    this.kept = new double[freeHeights.length];
    this.seen = new boolean[freeHeights.length];
    this.cells = new int[freeHeights.length];
  }

  /**
   * The patches of at least the given area that have room for a square of the given side, cut to
   * their common extent; empty where there are none.
   */
  static Optional<SupportRegion> of(
      Raster raster, double[] freeHeights, double leastArea, double leastSide) {
    Patches patches = new Patches(raster, freeHeights);
    int[] squares = patches.largestSquares();
    double shorter = Math.min(raster.cellX(), raster.cellY());
    for (int cell = 0; cell < freeHeights.length; cell++) {
      if (freeHeights[cell] > 0 && !patches.seen[cell]) {
        int count = patches.gather(cell);
        int largest = 0;
        for (int i = 0; i < count; i++) {
          largest = Math.max(largest, squares[patches.cells[i]]);
        }
        if (count * raster.cellX() * raster.cellY() >= leastArea
            && largest * shorter >= leastSide) {
          patches.keep(count);
        }
      }
    }
    return patches.cut();
  }

  /** Side in cells of the largest square of free cells whose last corner is the cell. */
  private int[] largestSquares() {
    int columns = raster.columns();
    int[] squares = new int[freeHeights.length];
    for (int cell = 0; cell < squares.length; cell++) {
      boolean border = cell < columns || cell % columns == 0;
      int before =
          border
              ? 0
              : Math.min(
                  squares[cell - 1],
                  Math.min(squares[cell - columns], squares[cell - columns - 1]));
      squares[cell] = freeHeights[cell] > 0 ? 1 + before : 0;
    }
    return squares;
  }

  /** Fills {@code cells} with the patch of a cell; returns their count. */
  private int gather(int start) {
    int columns = raster.columns();
    int count = 0;
    cells[count++] = start;
    seen[start] = true;
    for (int next = 0; next < count; next++) {
      int cell = cells[next];
      int[] neighbors = {
        cell % columns > 0 ? cell - 1 : cell,
        cell % columns < columns - 1 ? cell + 1 : cell,
        cell - columns,
        cell + columns
      };
      for (int neighbor : neighbors) {
        if (neighbor >= 0
            && neighbor < freeHeights.length
            && freeHeights[neighbor] > 0
            && !seen[neighbor]) {
          seen[neighbor] = true;
          cells[count++] = neighbor;
        }
      }
    }
    return count;
  }

  private void keep(int count) {
    for (int i = 0; i < count; i++) {
      kept[cells[i]] = freeHeights[cells[i]];
    }
  }

  private Optional<SupportRegion> cut() {
    int columns = raster.columns();
    int minColumn = columns;
    int maxColumn = -1;
    int minRow = raster.rows();
    int maxRow = -1;
    for (int cell = 0; cell < kept.length; cell++) {
      if (kept[cell] > 0) {
        minColumn = Math.min(minColumn, cell % columns);
        maxColumn = Math.max(maxColumn, cell % columns);
        minRow = Math.min(minRow, cell / columns);
        maxRow = Math.max(maxRow, cell / columns);
      }
    }
    if (maxColumn < 0) {
      return Optional.empty();
    }
    int width = maxColumn - minColumn + 1;
    double[] own = new double[width * (maxRow - minRow + 1)];
    for (int row = minRow; row <= maxRow; row++) {
      int from = row * columns + minColumn;
      System.arraycopy(kept, from, own, (row - minRow) * width, width);
    }
    return Optional.of(
        new SupportRegion(
            raster.x(minColumn), raster.y(minRow), raster.cellX(), raster.cellY(), width, own));
  }
}
