package org.diorama.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.CoincidentTriangles;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.OffsetRings;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.SightBand;
import org.diorama.core.render.View;
import org.diorama.core.render.ViewGeometry;

/** What double-precision rays see in one view, at any image position. One thread's own. */
final class ExactView {
  private static final double COINCIDENT = 1e-6;

  private final ViewGeometry geometry;
  private final SightBand band;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final SceneBvhTraversal alone = new SceneBvhTraversal();
  private final int width;
  private final int[] ids;
  private final double[] depths;
  private final ExactSurface[] surfaces;

  ExactView(RenderJob job, View view, AssetStore assets) {
    geometry = ViewGeometry.of(job, view, assets);
    band = new SightBand(geometry);
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

  /** Where renderers may differ. */
  SightBand band() {
    return band;
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
        CoincidentTriangles.of(geometry.surface(draw), direction, nearest, COINCIDENT)
            .forEach(addTo(found, draw));
      }
    }
  }

  private IntConsumer addTo(Map<Long, ExactSurface> found, int draw) {
    return triangle ->
        found.computeIfAbsent(
            (long) draw << 32 | triangle, key -> new ExactSurface(geometry, draw, triangle));
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
