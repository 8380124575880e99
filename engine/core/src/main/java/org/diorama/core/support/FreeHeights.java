package org.diorama.core.support;

import java.util.Arrays;

/**
 * How high the room above a level surface is, cell by cell.
 *
 * <p>A cell counts as surface where a face of the cluster lies under nine points of it. It is
 * closed where the mesh leaves too little room above any point of the cell, and where its center
 * lies inside a solid that stands on the surface: the next face above looks up there. (Counting all
 * faces above would also see solids that reach through others, but real shelves are made of sheets
 * as often as of solids; the walls of what reaches through close its border.)
 */
final class FreeHeights {
  /** Faces so near above the surface belong to it: decals, joints. Meters. */
  private static final double SKIN = 1e-3;

  /** Cells are looked at without a rim: walls stand on their borders. Share of the cell. */
  private static final double RIM = 0.01;

  private static final double[] SPOTS = {RIM, 0.5, 1 - RIM};
  private static final int ALL_SPOTS = (1 << 9) - 1;
  private static final int CENTER_SPOT = 1 << 4;

  /** Faces end where their border does, but for rounding. Meters. */
  private static final double TOUCH = 1e-6;

  private final Faces faces;
  private final Raster raster;
  private final double height;
  private final int[] spots;

  /** Whether a face that looks up lies under the center. */
  private final boolean[] looksUp;

  /** Lowest face over the center, and its side. */
  private final double[] ceiling;

  private final double[] crossing;
  private final boolean[] crossingLooksUp;

  private final ColumnClip clip = new ColumnClip();

  private FreeHeights(Faces faces, Raster raster, double height) {
    this.faces = faces;
    this.raster = raster;
    this.height = height;
    this.spots = new int[raster.count()];
    this.looksUp = new boolean[raster.count()];
    this.ceiling = new double[raster.count()];
    this.crossing = new double[raster.count()];
    this.crossingLooksUp = new boolean[raster.count()];
    Arrays.fill(ceiling, Double.POSITIVE_INFINITY);
    Arrays.fill(crossing, Double.POSITIVE_INFINITY);
  }

  /**
   * @param surface face numbers of the level surface
   * @param height of the surface
   * @param least free height that is of use
   * @return meters, infinite under the open sky, 0 where nothing can stand
   */
  static double[] of(Faces faces, int[] surface, double height, Raster raster, double least) {
    FreeHeights heights = new FreeHeights(faces, raster, height);
    for (int face : surface) {
      heights.carry(face);
    }
    for (int face = 0; face < faces.count(); face++) {
      if (faces.highest(face) > height + SKIN) {
        heights.cover(face);
      }
    }
    double[] result = new double[raster.count()];
    for (int cell = 0; cell < result.length; cell++) {
      double free = heights.free(cell);
      result[cell] = free < least ? 0 : free;
    }
    return result;
  }

  private double free(int cell) {
    if (spots[cell] != ALL_SPOTS) {
      return 0;
    }
    if (crossing[cell] == Double.POSITIVE_INFINITY) {
      return ceiling[cell] - height; // whichever way its faces look
    }
    return looksUp[cell] && !crossingLooksUp[cell] ? ceiling[cell] - height : 0;
  }

  private interface CellVisitor {
    void visit(int column, int row);
  }

  private void visitCells(int face, CellVisitor visitor) {
    double lowX = Math.min(faces.x(face, 0), Math.min(faces.x(face, 1), faces.x(face, 2)));
    double highX = Math.max(faces.x(face, 0), Math.max(faces.x(face, 1), faces.x(face, 2)));
    double lowY = Math.min(faces.y(face, 0), Math.min(faces.y(face, 1), faces.y(face, 2)));
    double highY = Math.max(faces.y(face, 0), Math.max(faces.y(face, 1), faces.y(face, 2)));
    int lastRow = raster.lastRow(highY + TOUCH);
    int firstColumn = raster.firstColumn(lowX - TOUCH);
    int lastColumn = raster.lastColumn(highX + TOUCH);
    for (int row = raster.firstRow(lowY - TOUCH); row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        visitor.visit(column, row);
      }
    }
  }

  private void carry(int face) {
    visitCells(
        face,
        (column, row) -> {
          int cell = row * raster.columns() + column;
          for (int spot = 0; spot < 9; spot++) {
            boolean open = (spots[cell] >> spot & 1) == 0;
            if (open && contains(face, column + SPOTS[spot % 3], row + SPOTS[spot / 3])) {
              spots[cell] |= 1 << spot;
            }
          }
          // Of two coincident faces, one for each side, the one that looks up decides.
          looksUp[cell] |=
              (spots[cell] & CENTER_SPOT) != 0
                  && faces.looksUp(face)
                  && contains(face, column + 0.5, row + 0.5);
        });
  }

  private void cover(int face) {
    double lowest = Math.max(faces.lowest(face), height + SKIN);
    visitCells(
        face,
        (column, row) -> {
          int cell = row * raster.columns() + column;
          if (lowest < ceiling[cell]) {
            double found =
                clip.lowest(
                    faces,
                    face,
                    raster.x(column + RIM),
                    raster.y(row + RIM),
                    raster.x(column + 1 - RIM),
                    raster.y(row + 1 - RIM),
                    height + SKIN);
            ceiling[cell] = Math.min(ceiling[cell], found);
          }
          if (lowest <= crossing[cell] && contains(face, column + 0.5, row + 0.5)) {
            cross(face, cell, heightAt(face, raster.x(column + 0.5), raster.y(row + 0.5)));
          }
        });
  }

  /** Of coincident faces the one that looks down decides: it is met first from below. */
  private void cross(int face, int cell, double z) {
    if (z > height + SKIN && z <= crossing[cell]) {
      crossingLooksUp[cell] = faces.looksUp(face) && (z < crossing[cell] || crossingLooksUp[cell]);
      crossing[cell] = z;
    }
  }

  /** Whether a place, in cells, lies over or under a face. */
  private boolean contains(int face, double column, double row) {
    if (faces.isUpright(face)) {
      return false;
    }
    double x = raster.x(column);
    double y = raster.y(row);
    double sign = faces.looksUp(face) ? 1 : -1;
    for (int corner = 0; corner < 3; corner++) {
      double ax = faces.x(face, corner);
      double ay = faces.y(face, corner);
      double alongX = faces.x(face, (corner + 1) % 3) - ax;
      double alongY = faces.y(face, (corner + 1) % 3) - ay;
      double cross = sign * (alongX * (y - ay) - alongY * (x - ax));
      if (cross < -TOUCH * (Math.abs(alongX) + Math.abs(alongY))) {
        return false;
      }
    }
    return true;
  }

  private double heightAt(int face, double x, double y) {
    double ax = faces.x(face, 1) - faces.x(face, 0);
    double ay = faces.y(face, 1) - faces.y(face, 0);
    double bx = faces.x(face, 2) - faces.x(face, 0);
    double by = faces.y(face, 2) - faces.y(face, 0);
    double px = x - faces.x(face, 0);
    double py = y - faces.y(face, 0);
    double determinant = ax * by - ay * bx;
    double s = (px * by - py * bx) / determinant;
    double t = (ax * py - ay * px) / determinant;
    return faces.z(face, 0)
        + s * (faces.z(face, 1) - faces.z(face, 0))
        + t * (faces.z(face, 2) - faces.z(face, 0));
  }
}
