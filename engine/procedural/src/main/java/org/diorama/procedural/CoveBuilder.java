package org.diorama.procedural;

import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction.Cove;

/** A profile of floor, quarter of a circle and wall, drawn out along x. */
final class CoveBuilder {
  private static final int BEND = 32;

  private CoveBuilder() {}

  static void build(MeshAssembler mesh, Cove cove) {
    double width = cove.size().x();
    double flat = cove.size().y() - cove.radius();
    double front = -cove.size().y() / 2;
    double arc = Math.PI / 2 * cove.radius();
    double wall = cove.size().z() - cove.radius();
    double length = flat + arc + wall;
    int rows = BEND + 2;
    mesh.grid(
        1,
        rows,
        (u, v) -> {
          // From the top of the wall, row by row: wall, bend, floor.
          int row = (int) Math.rint(v * rows);
          double bent = Math.max(0, Math.min(BEND, BEND + 1 - row)) / (double) BEND;
          double sine = Revolution.sine(bent / 4);
          double cosine = Revolution.cosine(bent / 4);
          double y = row == rows ? front : front + flat + cove.radius() * sine;
          double z = row == 0 ? cove.size().z() : cove.radius() * (1 - cosine);
          double along = row == 0 ? 0 : row == rows ? length : wall + arc * (1 - bent);
          return new SurfacePoint(
              new Vec3((u - 0.5) * width, y, z),
              new Vec3(0, -sine, cosine),
              Vec3.UNIT_X,
              u * width,
              along);
        });
  }
}
