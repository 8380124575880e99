package org.diorama.procedural;

import org.diorama.core.math.Vec3;
import org.diorama.core.scene.Construction.Ground;

/**
 * Rings around the origin, each half as wide again as the one before. It is flat: from 1.6 m above,
 * its end at 30 km lies 0.003 degrees below the horizon, and the Earth's curve would hide no more
 * than 0.04 degrees of it.
 */
final class GroundBuilder {
  /** Hills begin and have their height, meters from the origin. */
  private static final double FOOT = 2000;

  private static final double RIDGE = 6000;

  private static final double INNERMOST = 4;
  private static final double GROWTH = 1.5;
  private static final int SEGMENTS = 128;

  private GroundBuilder() {}

  static void build(MeshAssembler mesh, Ground ground) {
    Undulation outline = new Undulation(ground.variant());
    int first = mesh.vertex(point(ground, outline, 0, 0));
    double radius = Math.min(INNERMOST, ground.radius());
    int rings = 0;
    while (true) {
      for (int i = 0; i <= SEGMENTS; i++) {
        mesh.vertex(point(ground, outline, radius, (double) i / SEGMENTS));
      }
      rings++;
      if (radius >= ground.radius()) {
        break;
      }
      radius = Math.min(ground.radius(), radius * GROWTH);
    }
    for (int ring = 0; ring < rings; ring++) {
      int outer = first + 1 + ring * (SEGMENTS + 1);
      int inner = outer - SEGMENTS - 1;
      for (int i = 0; i < SEGMENTS; i++) {
        mesh.triangle(ring == 0 ? first : inner + i, outer + i, outer + i + 1);
        if (ring > 0) {
          mesh.triangle(inner + i, outer + i + 1, inner + i + 1);
        }
      }
    }
  }

  private static SurfacePoint point(
      Ground ground, Undulation outline, double radius, double turns) {
    Vec3 here = position(ground, outline, radius, turns);
    // The normal of the surface by differences: hills are shaded as they lie.
    double step = Math.max(1, radius * 0.02);
    Vec3 out = position(ground, outline, radius + step, turns).minus(here);
    Vec3 around =
        position(ground, outline, Math.max(radius, step), turns + 0.002)
            .minus(position(ground, outline, Math.max(radius, step), turns - 0.002));
    Vec3 normal = radius < FOOT ? Vec3.UNIT_Z : out.cross(around).normalize();
    Vec3 tangent = Vec3.UNIT_X.minus(normal.times(normal.x())).normalize();
    return new SurfacePoint(here, normal, tangent, here.x(), -here.y());
  }

  private static Vec3 position(Ground ground, Undulation outline, double radius, double turns) {
    return new Vec3(
        radius * Revolution.cosine(turns),
        radius * Revolution.sine(turns),
        height(ground, outline, radius, turns));
  }

  private static double height(Ground ground, Undulation outline, double radius, double turns) {
    double t = Math.max(0, Math.min(1, (radius - FOOT) / (RIDGE - FOOT)));
    double rise = t * t * (3 - 2 * t) * (0.55 + 0.45 * outline.at(turns, 3, 8));
    return ground.hills() * rise;
  }
}
