package org.diorama.procedural;

import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction.Horizon;
import org.diorama.core.scene.Construction.Outline;

/** A ring of upright strips that face inwards, from below the ground to an outline. */
final class HorizonBuilder {
  /** Below the ground, so that none shows under it. */
  private static final double ROOT = -2;

  private HorizonBuilder() {}

  static void build(MeshAssembler mesh, Horizon horizon) {
    if (horizon.outline() == Outline.SKYLINE) {
      skyline(mesh, horizon);
      return;
    }
    boolean trees = horizon.outline() == Outline.TREES;
    int columns = trees ? 1440 : 360;
    int rows = trees ? 3 : 2;
    Undulation outline = new Undulation(horizon.variant());
    // Seen from inside, u runs to the right: clockwise.
    mesh.grid(
        columns,
        rows,
        (u, v) -> {
          double turns = 1 - u;
          double top = trees ? crowns(outline, turns) : 0.6 + 0.4 * outline.at(turns, 4, 7);
          // Crowns lean back, row by row; slopes of hills lie far.
          double back = (trees ? 0.9 : 4) * horizon.height() * (1 - v) * (1 - v);
          double radius = horizon.distance() + back;
          double z = ROOT + (top * horizon.height() - ROOT) * (1 - v);
          double cos = Revolution.cosine(turns);
          double sin = Revolution.sine(turns);
          double rise = trees ? 0.35 + 0.5 * (1 - v) : 0.9;
          return new SurfacePoint(
              new Vec3(radius * cos, radius * sin, z),
              new Vec3(-cos, -sin, rise).normalize(),
              new Vec3(sin, -cos, 0),
              u * 2 * Math.PI * horizon.distance(),
              v * horizon.height());
        });
  }

  /** Round crowns of unlike height on a slower line. */
  private static double crowns(Undulation outline, double turns) {
    double crown = Math.abs(outline.at(turns + 0.31, 61, 3));
    return 0.62 + 0.22 * outline.at(turns, 5, 5) + 0.3 * (1 - 1.4 * crown * crown) - 0.14;
  }

  /** Houses side by side: flat walls and roofs in steps. */
  private static void skyline(MeshAssembler mesh, Horizon horizon) {
    int houses = 96;
    Undulation outline = new Undulation(horizon.variant());
    for (int i = 0; i < houses; i++) {
      double turns = (double) i / houses;
      double tall = outline.at(turns, 3, 4);
      double own = outline.at(turns * 7 + 0.13, 11, 3);
      double height = horizon.height() * Math.max(0.2, 0.5 + 0.3 * tall + 0.35 * own);
      double next = (double) (i + 1) / houses;
      Vec3 right = foot(horizon, turns);
      Vec3 left = foot(horizon, next);
      Vec3 middle = right.plus(left).times(0.5).plus(new Vec3(0, 0, (height + ROOT) / 2));
      Vec3 half = right.minus(left).times(0.5);
      Vec3 up = new Vec3(0, 0, (height - ROOT) / 2);
      mesh.quad(middle, half, up);
      // Sides and roof, so that a tall house has no open flank.
      Vec3 depth = new Vec3(-middle.x(), -middle.y(), 0).normalize().times(-6);
      mesh.quad(middle.plus(depth).plus(half), depth, up);
      mesh.quad(middle.plus(depth).minus(half), depth.negate(), up);
      mesh.quad(middle.plus(depth).plus(up), half, depth);
    }
  }

  private static Vec3 foot(Horizon horizon, double turns) {
    return new Vec3(
        horizon.distance() * Revolution.cosine(turns),
        horizon.distance() * Revolution.sine(turns),
        0);
  }
}
