package org.diorama.procedural;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diorama.core.asset.Material;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction.Opening;
import org.diorama.core.scene.Construction.Room;
import org.diorama.core.scene.Construction.Wall;

/**
 * Slabs of a room that are one body, so that no light enters but through openings: floor and
 * ceiling reach under and over the walls, the front and back walls beside the others. Where slabs
 * meet there are no surfaces: within a body none may be seen, or what asks on which side of its
 * surfaces it is would be told wrong.
 */
final class RoomBuilder {
  private static final Material FLOOR = Constructions.plain("floor", 0.3, 0.2, 0.12);
  private static final Material WALLS = Constructions.plain("walls", 0.7, 0.69, 0.66);
  private static final Material CEILING = Constructions.plain("ceiling", 0.8, 0.8, 0.79);
  private static final Material FRAMES = Constructions.plain("frames", 0.75, 0.75, 0.74);

  /** Of window bars, along the wall's thickness. */
  private static final double BAR_DEPTH = 0.06;

  /** Windows wider than this have a bar in the middle. */
  private static final double WIDE = 1.0;

  /** A sill's height and how far it reaches into the room. */
  private static final double SILL = 0.03;

  private static final double LEDGE = 0.12;

  /** By how much sides that meet in a corner reach into it: their edges are divided differently. */
  private static final double SEAM = 1e-3;

  private final Room room;
  private final PartsAssembler parts;

  RoomBuilder(Room room, PartsAssembler parts) {
    this.room = room;
    this.parts = parts;
  }

  void build() {
    double z = room.size().z();
    double t = room.thickness();
    slab(FLOOR, -t, 0, Side.TOP);
    parts.part(WALLS);
    for (Wall wall : Wall.values()) {
      wall(wall);
    }
    if (room.ceiling()) {
      slab(CEILING, z, z + t, Side.BOTTOM);
    }
    for (Opening opening : room.openings()) {
      bars(opening);
    }
  }

  /** Floor or ceiling, whose inner side ends at the walls but under and over openings. */
  private void slab(Material material, double low, double high, Side inner) {
    Vec3 half = room.size().times(0.5);
    double t = room.thickness();
    box(
        material,
        new Vec3(-half.x() - t, -half.y() - t, low),
        new Vec3(half.x() + t, half.y() + t, high),
        EnumSet.complementOf(EnumSet.of(inner)));
    double x = half.x() + SEAM;
    double y = half.y() + SEAM;
    box(material, new Vec3(-x, -y, low), new Vec3(x, y, high), EnumSet.of(inner));
    for (Opening each : room.openings()) {
      double edge = inner == Side.TOP ? each.sill() : each.sill() + each.height();
      if (edge == (inner == Side.TOP ? high : low)) {
        double left = each.at() - each.width() / 2;
        Vec3 outside = corner(each.wall(), left - SEAM, 0, low);
        Vec3 inside = corner(each.wall(), left + each.width() + SEAM, t, high);
        box(material, outside, inside, EnumSet.of(inner));
      }
    }
  }

  /**
   * A wall is a sheet of cells between the edges of its openings, solid or open. Its frame: a along
   * the wall, b into the room from its outer face, z up.
   */
  private void wall(Wall wall) {
    boolean across = wall == Wall.FRONT || wall == Wall.BACK;
    double half = (across ? room.size().x() : room.size().y()) / 2 + SEAM;
    double end = across ? half - SEAM + room.thickness() : half;
    List<Double> a = new ArrayList<>(List.of(-end, -half, half, end));
    List<Double> z = new ArrayList<>(List.of(0.0, room.size().z()));
    List<Opening> own = room.openings().stream().filter(each -> each.wall() == wall).toList();
    for (Opening each : own) {
      a.add(each.at() - each.width() / 2);
      a.add(each.at() + each.width() / 2);
      z.add(each.sill());
      z.add(each.sill() + each.height());
    }
    List<Double> columns = a.stream().distinct().sorted().toList();
    List<Double> rows = z.stream().distinct().sorted().toList();
    for (int i = 0; i + 1 < columns.size(); i++) {
      for (int j = 0; j + 1 < rows.size(); j++) {
        if (!isOpen(own, columns, rows, i, j)) {
          Set<Side> sides = EnumSet.of(outer(wall));
          boolean inside = Math.abs(columns.get(i) + columns.get(i + 1)) < 2 * half;
          if (inside) {
            sides.add(outer(wall).opposite());
          }
          boolean first = i == 0;
          boolean last = i + 2 == columns.size();
          if (first ? across : isOpen(own, columns, rows, i - 1, j)) {
            sides.add(across ? Side.LEFT : Side.FRONT);
          }
          if (last ? across : isOpen(own, columns, rows, i + 1, j)) {
            sides.add(across ? Side.RIGHT : Side.BACK);
          }
          if (j > 0 && isOpen(own, columns, rows, i, j - 1)) {
            sides.add(Side.BOTTOM);
          }
          boolean top = j + 2 == rows.size();
          if (top ? !room.ceiling() : isOpen(own, columns, rows, i, j + 1)) {
            sides.add(Side.TOP);
          }
          Vec3 low = corner(wall, columns.get(i), 0, rows.get(j));
          Vec3 high = corner(wall, columns.get(i + 1), room.thickness(), rows.get(j + 1));
          box(WALLS, low, high, sides);
        }
      }
    }
  }

  private static Side outer(Wall wall) {
    return switch (wall) {
      case LEFT -> Side.LEFT;
      case RIGHT -> Side.RIGHT;
      case FRONT -> Side.FRONT;
      case BACK -> Side.BACK;
    };
  }

  private static boolean isOpen(
      List<Opening> openings, List<Double> columns, List<Double> rows, int column, int row) {
    double a = (columns.get(column) + columns.get(column + 1)) / 2;
    double z = (rows.get(row) + rows.get(row + 1)) / 2;
    return openings.stream()
        .anyMatch(
            each ->
                Math.abs(a - each.at()) < each.width() / 2
                    && z > each.sill()
                    && z < each.sill() + each.height());
  }

  /** From a wall's frame into the room's. */
  private Vec3 corner(Wall wall, double a, double b, double z) {
    double x = room.size().x() / 2 + room.thickness() - b;
    double y = room.size().y() / 2 + room.thickness() - b;
    return switch (wall) {
      case LEFT -> new Vec3(-x, a, z);
      case RIGHT -> new Vec3(x, a, z);
      case FRONT -> new Vec3(a, -y, z);
      case BACK -> new Vec3(a, y, z);
    };
  }

  /** Bars in the middle of the wall's thickness, and the sill of a window. */
  private void bars(Opening opening) {
    double f = opening.frame();
    if (f == 0) {
      return;
    }
    double left = opening.at() - opening.width() / 2;
    double right = left + opening.width();
    double bottom = opening.sill();
    double top = bottom + opening.height();
    bar(opening, left, left + f, bottom, top);
    bar(opening, right - f, right, bottom, top);
    bar(opening, left + f, right - f, bottom, bottom + f);
    bar(opening, left + f, right - f, top - f, top);
    if (opening.width() > WIDE) {
      bar(opening, opening.at() - f / 2, opening.at() + f / 2, bottom + f, top - f);
    }
    if (bottom > SILL) {
      // Its ledge and what of it lies in the wall meet at one height: a step between them would be
      // thinner than a pixel and show as dots.
      double inside = room.thickness() + LEDGE;
      double from = room.thickness() / 2 + BAR_DEPTH / 2;
      double meet = room.thickness() - 1e-3;
      double upper = bottom + 2e-3;
      box(
          FRAMES,
          corner(opening.wall(), left - 0.05, meet, bottom - SILL),
          corner(opening.wall(), right + 0.05, inside, upper));
      box(
          FRAMES,
          corner(opening.wall(), left, from, bottom),
          corner(opening.wall(), right, meet, upper));
    }
  }

  private void bar(Opening opening, double a0, double a1, double z0, double z1) {
    double depth = Math.min(BAR_DEPTH, room.thickness());
    double from = (room.thickness() - depth) / 2;
    box(FRAMES, corner(opening.wall(), a0, from, z0), corner(opening.wall(), a1, from + depth, z1));
  }

  private enum Side {
    LEFT,
    RIGHT,
    FRONT,
    BACK,
    BOTTOM,
    TOP;

    Side opposite() {
      return values()[ordinal() ^ 1];
    }
  }

  private void box(Material material, Vec3 one, Vec3 other) {
    box(material, one, other, EnumSet.allOf(Side.class));
  }

  /** Sides of a box between two corners, whatever their order; images lie in meters of the room. */
  private void box(Material material, Vec3 one, Vec3 other, Set<Side> sides) {
    Vec3 center = one.plus(other).times(0.5);
    Vec3 half = one.max(other).minus(one.min(other)).times(0.5);
    Vec3 x = new Vec3(half.x(), 0, 0);
    Vec3 y = new Vec3(0, half.y(), 0);
    Vec3 z = new Vec3(0, 0, half.z());
    for (Side side : sides) {
      switch (side) {
        case LEFT -> face(material, center.minus(x), y.negate(), z);
        case RIGHT -> face(material, center.plus(x), y, z);
        case FRONT -> face(material, center.minus(y), x, z);
        case BACK -> face(material, center.plus(y), x.negate(), z);
        case BOTTOM -> face(material, center.minus(z), x, y.negate());
        case TOP -> face(material, center.plus(z), x, y);
      }
    }
  }

  private void face(Material material, Vec3 center, Vec3 right, Vec3 up) {
    Vec3 normal = right.cross(up).normalize();
    Vec3 tangent = right.normalize();
    Vec3 upwards = up.normalize();
    parts
        .part(material)
        .grid(
            1,
            1,
            (u, v) -> {
              Vec3 at = center.plus(right.times(2 * u - 1)).plus(up.times(1 - 2 * v));
              return new SurfacePoint(at, normal, tangent, at.dot(tangent), -at.dot(upwards));
            });
  }
}
