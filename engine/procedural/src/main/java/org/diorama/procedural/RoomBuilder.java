package org.diorama.procedural;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.asset.Material;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction.Opening;
import org.diorama.core.scene.Construction.Room;
import org.diorama.core.scene.Construction.Wall;

/**
 * Slabs of a room that overlap at its edges, so that no light enters but through openings: floor
 * and ceiling reach under and over the walls, the front and back walls beside the others.
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

  private final Room room;
  private final PartsAssembler parts;

  RoomBuilder(Room room, PartsAssembler parts) {
    this.room = room;
    this.parts = parts;
  }

  void build() {
    double x = room.size().x() / 2;
    double y = room.size().y() / 2;
    double z = room.size().z();
    double t = room.thickness();
    box(FLOOR, new Vec3(-x - t, -y - t, -t), new Vec3(x + t, y + t, 0));
    parts.part(WALLS);
    for (Wall wall : Wall.values()) {
      wall(wall);
    }
    if (room.ceiling()) {
      box(CEILING, new Vec3(-x - t, -y - t, z), new Vec3(x + t, y + t, z + t));
    }
    for (Opening opening : room.openings()) {
      bars(opening);
    }
  }

  /**
   * A wall is a sheet of cells between the edges of its openings, solid or open. Its frame: a along
   * the wall, b into the room from its outer face, z up.
   */
  private void wall(Wall wall) {
    boolean across = wall == Wall.FRONT || wall == Wall.BACK;
    double half = (across ? room.size().x() : room.size().y()) / 2;
    double end = across ? half + room.thickness() : half;
    List<Double> a = new ArrayList<>(List.of(-end, end));
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
        double a0 = columns.get(i);
        double a1 = columns.get(i + 1);
        double z0 = rows.get(j);
        double z1 = rows.get(j + 1);
        if (!isOpen(own, (a0 + a1) / 2, (z0 + z1) / 2)) {
          box(WALLS, corner(wall, a0, 0, z0), corner(wall, a1, room.thickness(), z1));
        }
      }
    }
  }

  private static boolean isOpen(List<Opening> openings, double a, double z) {
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

  /** A closed box between two corners, whatever their order; images lie in meters of the room. */
  private void box(Material material, Vec3 one, Vec3 other) {
    Vec3 low =
        new Vec3(
            Math.min(one.x(), other.x()),
            Math.min(one.y(), other.y()),
            Math.min(one.z(), other.z()));
    Vec3 high =
        new Vec3(
            Math.max(one.x(), other.x()),
            Math.max(one.y(), other.y()),
            Math.max(one.z(), other.z()));
    Vec3 center = low.plus(high).times(0.5);
    Vec3 half = high.minus(low).times(0.5);
    Vec3 x = new Vec3(half.x(), 0, 0);
    Vec3 y = new Vec3(0, half.y(), 0);
    Vec3 z = new Vec3(0, 0, half.z());
    face(material, center.plus(x), y, z);
    face(material, center.minus(x), y.negate(), z);
    face(material, center.plus(y), x.negate(), z);
    face(material, center.minus(y), x, z);
    face(material, center.plus(z), x, y);
    face(material, center.minus(z), x, y.negate());
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
