package org.diorama.physics;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.physics.CollisionMesh;
import org.diorama.core.physics.RigidBody;

/** Hulls, or convex parts, of meshes by digest; the ones used last are kept. */
final class HullCache {
  private static final int CAPACITY = 4096;

  /** How deep a surface may lie below its hull and still be taken for it: a part of its size. */
  private static final double HOLLOW = 1e-3;

  /**
   * @param parts one where it is convex
   */
  private record Entry(List<ConvexHull> parts, boolean convex) {}

  private final Map<String, Entry> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > CAPACITY;
        }
      };

  /** The body as convex parts with its scale. */
  Solid solid(RigidBody body) {
    return Solid.of(
        entry(body.mesh()).parts().stream().map(part -> part.scaled(body.scale())).toList());
  }

  /** The same for a body whose surface is that of its hull; else nothing. */
  Optional<Solid> ifConvex(RigidBody body) {
    return entry(body.mesh()).convex() ? Optional.of(solid(body)) : Optional.empty();
  }

  private Entry entry(CollisionMesh mesh) {
    synchronized (entries) {
      Entry known = entries.get(mesh.digest());
      if (known != null) {
        return known;
      }
    }
    // Outside the lock: two threads may do the same work, with the same result.
    ConvexHull hull = HullBuilder.of(used(mesh));
    boolean convex = convex(mesh, hull);
    double radius = hull.radiusAround(hull.centroid());
    Entry made = new Entry(convex ? List.of(hull) : ConvexParts.of(mesh, radius), convex);
    synchronized (entries) {
      entries.put(mesh.digest(), made);
    }
    return made;
  }

  /** Coordinates of the vertices that triangles use, each once. */
  private static float[] used(CollisionMesh mesh) {
    BitSet vertices = new BitSet();
    for (int index : mesh.indices()) {
      vertices.set(index);
    }
    float[] result = new float[3 * vertices.cardinality()];
    int next = 0;
    for (int at = vertices.nextSetBit(0); at >= 0; at = vertices.nextSetBit(at + 1)) {
      System.arraycopy(mesh.positions(), 3 * at, result, next, 3);
      next += 3;
    }
    return result;
  }

  /**
   * Whether no triangle has part of the hull before it, and the triangles enclose the hull's
   * volume: a sheet is not convex, nor is a box without its lid.
   */
  private static boolean convex(CollisionMesh mesh, ConvexHull hull) {
    Vec3 center = hull.centroid();
    double allowed = HOLLOW * hull.radiusAround(center);
    double volume = 0;
    for (int i = 0; i < mesh.indices().length; i += 3) {
      Vec3 a = mesh.vertex(mesh.indices()[i]).minus(center);
      Vec3 b = mesh.vertex(mesh.indices()[i + 1]).minus(center);
      Vec3 c = mesh.vertex(mesh.indices()[i + 2]).minus(center);
      volume += a.dot(b.cross(c)) / 6;
      Vec3 normal = b.minus(a).cross(c.minus(a)).normalize();
      for (int corner = 0; corner < hull.vertexCount(); corner++) {
        if (hull.vertex(corner).minus(center).minus(a).dot(normal) > allowed) {
          return false;
        }
      }
    }
    return Math.abs(volume - hull.volume()) < 0.01 * hull.volume();
  }
}
