package org.diorama.core.render;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;

/**
 * The band of a view in which renderers may differ, by rays of double precision: within 0.01 pixels
 * of a silhouette, a boundary or an intersection, and where two surfaces lie within a relative
 * depth of 1e-6. One thread's own.
 */
public final class SightBand {
  private static final double COINCIDENT = 1e-6;
  private static final int MOST_LAYERS = 16;

  private final ViewGeometry geometry;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final SceneBvhTraversal alone = new SceneBvhTraversal();
  private final int width;

  public SightBand(ViewGeometry geometry) {
    this.geometry = geometry;
    width = geometry.view().camera().width();
  }

  /**
   * Whether a pixel may show an instance at a planar depth: it is met within the band at such a
   * depth, or lies beside the instance's own outline, whose farther side counts, too.
   *
   * @param id 0 where nothing is shown, at depth 0
   * @param tolerance of the depth, relative
   */
  public boolean admits(int pixel, int id, double depth, double tolerance) {
    return around(pixel, id, OffsetRings.COARSE).admits(id, depth, tolerance)
        || around(pixel, id, OffsetRings.FINE).admits(id, depth, tolerance)
        || outlineAround(pixel, id).admits(id, depth, tolerance);
  }

  /**
   * Whether renderers may show different triangles at a pixel: an edge between two passes its
   * center within the band, or two lie at one depth there.
   */
  public boolean mayShowAnotherTriangle(int pixel) {
    Set<Long> met = new HashSet<>();
    OffsetRings.FINE.visit((du, dv) -> met.add(triangle(centerU(pixel) + du, centerV(pixel) + dv)));
    return met.size() > 1 || coincident(pixel) > 1;
  }

  /** How many triangles the pixel's center meets at the depth of the first, or behind by 1e-6. */
  private long coincident(int pixel) {
    Vec3 direction = geometry.view().camera().direction(centerU(pixel), centerV(pixel));
    if (!geometry.see(traversal, centerU(pixel), centerV(pixel))) {
      return 0;
    }
    double nearest = traversal.distance();
    long met = 0;
    for (int draw = 0; draw < geometry.draws().size(); draw++) {
      if (alone.closestOf(geometry.scene(), draw, Vec3.ZERO, direction, ProjectedBounds.NEAR)
          && alone.distance() <= nearest * (1 + COINCIDENT)) {
        met +=
            CoincidentTriangles.of(geometry.surface(draw), direction, nearest, COINCIDENT).count();
      }
    }
    return met;
  }

  /**
   * The unit normal, on either side, of the triangle that a pixel's center meets; absent where
   * there is none.
   *
   * @param byWorld by the world's axes instead of the camera's
   */
  public Optional<Vec3> triangleNormal(int pixel, boolean byWorld) {
    if (!geometry.see(traversal, centerU(pixel), centerV(pixel))) {
      return Optional.empty();
    }
    Vec3 normal = MetPlane.of(geometry, traversal).normal().normalize();
    return Optional.of(
        byWorld ? geometry.view().worldFromCamera().transformDirection(normal) : normal);
  }

  /** The triangle that a ray meets, and of which draw; -1 for none. */
  private long triangle(double u, double v) {
    boolean hit = geometry.see(traversal, u, v);
    return hit ? (long) traversal.surface() << 32 | traversal.triangle() : -1;
  }

  /**
   * What may be seen at a pixel's center if curves lay up to 0.01 pixels off: every id met within
   * rings of offsets, the center included, and its range of depths there. A surface met at one
   * place counts with its plane's depths across the band, since a renderer evaluates it at the
   * center.
   *
   * @param claimed also counts where it lies within a relative depth of 1e-6 behind what is met
   */
  public Surroundings around(int pixel, int claimed, OffsetRings rings) {
    Surroundings found = new Surroundings();
    Optional<InstanceRow> row = row(claimed);
    addRay(found, row, pixel, 0, 0);
    rings.visit((du, dv) -> addRay(found, row, pixel, du, dv));
    return found;
  }

  private void addRay(
      Surroundings found, Optional<InstanceRow> claimed, int pixel, double du, double dv) {
    double u = centerU(pixel) + du;
    double v = centerV(pixel) + dv;
    double nearest = Double.POSITIVE_INFINITY;
    if (geometry.see(traversal, u, v)) {
      nearest = traversal.distance();
      addHit(found, traversal, pixel, du, dv);
    } else {
      found.add(0, 0);
    }
    double coincident = nearest * (1 + COINCIDENT);
    claimed.ifPresent(row -> addCoincident(found, row, pixel, du, dv, coincident));
  }

  private void addCoincident(
      Surroundings found, InstanceRow row, int pixel, double du, double dv, double farthest) {
    Vec3 direction = geometry.view().camera().direction(centerU(pixel) + du, centerV(pixel) + dv);
    for (int draw : row.draws().toArray()) {
      if (alone.closestOf(geometry.scene(), draw, Vec3.ZERO, direction, ProjectedBounds.NEAR)
          && alone.distance() <= farthest) {
        addHit(found, alone, pixel, du, dv);
      }
    }
  }

  /**
   * Depths of all layers of one instance around a pixel's center, where an outline of it passes:
   * where some rays meet more of its layers than others. Empty elsewhere.
   */
  private Surroundings outlineAround(int pixel, int id) {
    Surroundings found = new Surroundings();
    Optional<InstanceRow> row = row(id);
    if (row.isEmpty()) {
      return found;
    }
    BitSet counts = new BitSet();
    OffsetRings.FINE.visit((du, dv) -> counts.set(addLayers(found, row.get(), pixel, du, dv)));
    return counts.cardinality() > 1 ? found : new Surroundings();
  }

  private int addLayers(Surroundings found, InstanceRow row, int pixel, double du, double dv) {
    Vec3 direction = geometry.view().camera().direction(centerU(pixel) + du, centerV(pixel) + dv);
    int layers = 0;
    for (int draw : row.draws().toArray()) {
      double near = ProjectedBounds.NEAR;
      for (int of = 0;
          of < MOST_LAYERS && alone.closestOf(geometry.scene(), draw, Vec3.ZERO, direction, near);
          of++) {
        addHit(found, alone, pixel, du, dv);
        near = alone.distance() * (1 + 1e-12);
        layers++;
      }
    }
    return layers;
  }

  private void addHit(Surroundings found, SceneBvhTraversal hit, int pixel, double du, double dv) {
    int id = geometry.draws().get(hit.surface()).instanceId();
    MetPlane plane = MetPlane.of(geometry, hit);
    found.add(id, hit.distance());
    for (int side = -1; side <= 0; side++) {
      double depth =
          plane.depth(
              geometry
                  .view()
                  .camera()
                  .direction(centerU(pixel) + side * du, centerV(pixel) + side * dv));
      if (depth > 0 && Double.isFinite(depth)) {
        found.add(id, depth);
      }
    }
  }

  private double centerU(int pixel) {
    return pixel % width + 0.5;
  }

  private double centerV(int pixel) {
    return pixel / width + 0.5;
  }

  private Optional<InstanceRow> row(int id) {
    return geometry.rows().stream().filter(row -> row.instanceId() == id).findFirst();
  }
}
