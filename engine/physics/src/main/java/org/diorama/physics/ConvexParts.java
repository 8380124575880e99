package org.diorama.physics;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.CollisionMesh;

/**
 * A hollow body as hulls that together are about its surface: cut in two where it is hollow, again
 * and again, as by Lien, Amato, "Approximate convex decomposition of polyhedra", SPM 2007. What has
 * few flat sides, such as a bin of boards, comes apart exactly.
 */
final class ConvexParts {
  /** A body's contact costs in proportion to its parts. */
  static final int MOST = 32;

  /** Hollows this deep stay, as a part of the body's radius. */
  static final double SHALLOW = 0.02;

  /** Rounding of a height, as a part of the body's radius. */
  private static final double ROUNDING = 1e-7;

  private ConvexParts() {}

  /**
   * At least one.
   *
   * @param radius of a sphere around it, meters
   */
  static List<ConvexHull> of(CollisionMesh mesh, double radius) {
    List<HollowPiece> open = new ArrayList<>(List.of(new HollowPiece(facets(mesh))));
    List<ConvexHull> parts = new ArrayList<>();
    while (!open.isEmpty()) {
      HollowPiece hollowest = open.get(0);
      for (HollowPiece piece : open) {
        hollowest = piece.hollow() > hollowest.hollow() ? piece : hollowest;
      }
      open.remove(hollowest);
      boolean flat = hollowest.depth() <= SHALLOW * radius;
      List<HollowPiece> cut =
          flat || open.size() + parts.size() + 2 > MOST
              ? List.of()
              : hollowest.cut(ROUNDING * radius);
      if (cut.isEmpty()) {
        parts.add(hollowest.hull());
      }
      open.addAll(cut);
    }
    return parts;
  }

  private static List<Facet> facets(CollisionMesh mesh) {
    List<Facet> facets = new ArrayList<>();
    int[] indices = mesh.indices();
    for (int i = 0; i < indices.length; i += 3) {
      Vec3 a = mesh.vertex(indices[i]);
      Vec3 b = mesh.vertex(indices[i + 1]);
      Vec3 c = mesh.vertex(indices[i + 2]);
      Vec3 normal = b.minus(a).cross(c.minus(a)).normalize();
      if (!normal.equals(Vec3.ZERO)) {
        facets.add(new Facet(List.of(a, b, c), normal));
      }
    }
    return facets;
  }
}
