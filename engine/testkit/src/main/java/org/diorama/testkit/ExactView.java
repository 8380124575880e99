package org.diorama.testkit;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.asset.LevelTriangles;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.render.ViewGeometry;

/** What double-precision rays see in one view, at any image position. One thread's own. */
final class ExactView {
  private static final double COINCIDENT = 1e-6;
  private static final int MOST_LAYERS = 16;

  private final ViewGeometry geometry;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final SceneBvhTraversal alone = new SceneBvhTraversal();
  private final int width;
  private final int[] ids;
  private final double[] depths;
  private final ExactSurface[] surfaces;

  ExactView(RenderJob job, View view, AssetStore assets) {
    geometry = ViewGeometry.of(job, view, assets);
    width = view.camera().width();
    ids = new int[width * view.camera().height()];
    depths = new double[ids.length];
    surfaces = new ExactSurface[ids.length];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      if (geometry.see(traversal, centerU(pixel), centerV(pixel))) {
        ids[pixel] = geometry.draws().get(traversal.surface()).instanceId();
        depths[pixel] = traversal.distance();
        surfaces[pixel] = surface(traversal);
      }
    }
  }

  int pixels() {
    return ids.length;
  }

  int width() {
    return width;
  }

  ViewGeometry geometry() {
    return geometry;
  }

  /** Instance id at a pixel's center; 0 = no surface. */
  int id(int pixel) {
    return ids[pixel];
  }

  /** Planar depth at a pixel's center in meters; 0 = no surface. */
  double depth(int pixel) {
    return depths[pixel];
  }

  /** What is seen at a pixel's center. */
  Optional<ExactSurface> surface(int pixel) {
    return Optional.ofNullable(surfaces[pixel]);
  }

  private ExactSurface surface(SceneBvhTraversal hit) {
    return new ExactSurface(geometry, hit.surface(), hit.triangle());
  }

  double centerU(int pixel) {
    return pixel % width + 0.5;
  }

  double centerV(int pixel) {
    return pixel / width + 0.5;
  }

  /**
   * What may be seen at a pixel's center if curves lay up to 0.01 pixels off: every id met within
   * rings of offsets, the center included, and its range of depths there. A surface met at one
   * place counts with its plane's depths across the band, since a renderer evaluates it at the
   * center.
   *
   * @param claimed also counts where it lies within a relative depth of 1e-6 behind what is met
   */
  Surroundings around(int pixel, int claimed, OffsetRings rings) {
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
  Surroundings outlineAround(int pixel, int id) {
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

  /**
   * Every surface that may be seen at a pixel's center if curves lay up to 0.01 pixels off, and all
   * that lie there within a relative depth of 1e-6 behind the nearest one.
   */
  Collection<ExactSurface> surfacesAround(int pixel) {
    Map<Long, ExactSurface> found = new HashMap<>();
    OffsetRings.FINE.visit(
        (du, dv) -> {
          if (geometry.see(traversal, centerU(pixel) + du, centerV(pixel) + dv)) {
            addTo(found, traversal.surface()).accept(traversal.triangle());
          }
        });
    if (ids[pixel] != 0) {
      addCoincident(found, geometry.view().camera().direction(centerU(pixel), centerV(pixel)));
    }
    return found.values();
  }

  /**
   * Surfaces of one instance whose outlines pass a pixel's center within the band, met by a ray or
   * not.
   *
   * @param depth that they reach
   */
  Collection<ExactSurface> sliversAround(int pixel, int id, double depth, double tolerance) {
    Map<Long, ExactSurface> found = new HashMap<>();
    row(id).stream()
        .flatMapToInt(InstanceRow::draws)
        .forEach(
            draw ->
                Slivers.passing(
                        geometry.surface(draw),
                        geometry.view().camera(),
                        centerU(pixel),
                        centerV(pixel),
                        depth,
                        tolerance)
                    .forEach(addTo(found, draw)));
    return found.values();
  }

  private void addCoincident(Map<Long, ExactSurface> found, Vec3 direction) {
    double near = ProjectedBounds.NEAR;
    traversal.closest(geometry.scene(), Vec3.ZERO, direction, near, Double.POSITIVE_INFINITY);
    double nearest = traversal.distance();
    for (int draw = 0; draw < geometry.draws().size(); draw++) {
      if (alone.closestOf(geometry.scene(), draw, Vec3.ZERO, direction, near)
          && alone.distance() <= nearest * (1 + COINCIDENT)) {
        Coincident.triangles(geometry.surface(draw), direction, nearest, COINCIDENT)
            .forEach(addTo(found, draw));
      }
    }
  }

  private IntConsumer addTo(Map<Long, ExactSurface> found, int draw) {
    return triangle ->
        found.computeIfAbsent(
            (long) draw << 32 | triangle, key -> new ExactSurface(geometry, draw, triangle));
  }

  private void addHit(Surroundings found, SceneBvhTraversal hit, int pixel, double du, double dv) {
    int id = geometry.draws().get(hit.surface()).instanceId();
    found.add(id, hit.distance());
    for (int side = -1; side <= 0; side++) {
      double depth = planeDepth(hit, centerU(pixel) + side * du, centerV(pixel) + side * dv);
      if (depth > 0 && Double.isFinite(depth)) {
        found.add(id, depth);
      }
    }
  }

  /** Planar depth of the hit triangle's plane at an image position. */
  private double planeDepth(SceneBvhTraversal hit, double u, double v) {
    PlacedSurface placed = geometry.surface(hit.surface());
    LevelTriangles triangles = placed.surface().triangles();
    float[] p = geometry.models().get(hit.surface()).mesh().positions();
    Vec3[] corners = new Vec3[3];
    for (int i = 0; i < 3; i++) {
      int at = 3 * triangles.vertex(hit.triangle(), i);
      corners[i] = placed.sceneFromObject().transformPoint(new Vec3(p[at], p[at + 1], p[at + 2]));
    }
    Vec3 normal = corners[1].minus(corners[0]).cross(corners[2].minus(corners[0]));
    return normal.dot(corners[0]) / normal.dot(geometry.view().camera().direction(u, v));
  }

  /** Whether one row's instance alone covers an image position. */
  boolean covers(InstanceRow row, double u, double v) {
    return geometry.covers(alone, row, u, v);
  }

  double truncation(InstanceRow row) {
    return geometry.truncation(alone, row);
  }

  private Optional<InstanceRow> row(int id) {
    return geometry.rows().stream().filter(row -> row.instanceId() == id).findFirst();
  }
}
