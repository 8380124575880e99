package org.diorama.core.support;

/**
 * Equal cells over a rectangle of the ground.
 *
 * @param cellX size of a cell along x, meters
 * @param cellY size of a cell along y, meters
 */
record Raster(double minX, double minY, double cellX, double cellY, int columns, int rows) {

  /** With cells of at most the given side that fill the rectangle exactly. */
  static Raster over(double minX, double minY, double maxX, double maxY, double side) {
    int columns = (int) Math.max(1, Math.ceil((maxX - minX) / side - 1e-6));
    int rows = (int) Math.max(1, Math.ceil((maxY - minY) / side - 1e-6));
    return new Raster(minX, minY, (maxX - minX) / columns, (maxY - minY) / rows, columns, rows);
  }

  int count() {
    return columns * rows;
  }

  double x(double column) {
    return minX + column * cellX;
  }

  double y(double row) {
    return minY + row * cellY;
  }

  /** First column that reaches beyond x, at least 0. */
  int firstColumn(double x) {
    return (int) Math.max(0, Math.floor((x - minX) / cellX));
  }

  /** Last column that begins before x, at most the raster's last. */
  int lastColumn(double x) {
    return (int) Math.min(columns - 1, Math.floor((x - minX) / cellX));
  }

  int firstRow(double y) {
    return (int) Math.max(0, Math.floor((y - minY) / cellY));
  }

  int lastRow(double y) {
    return (int) Math.min(rows - 1, Math.floor((y - minY) / cellY));
  }
}
