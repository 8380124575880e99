package org.diorama.testkit;

import org.diorama.core.asset.AssetStore;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Draw;
import org.diorama.core.render.ProjectedBounds;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.View;
import org.diorama.core.render.ViewGeometry;

/** What double-precision rays see in one view, at any image position. One thread's own. */
final class ExactView {
  private final ViewGeometry geometry;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final SceneBvhTraversal alone = new SceneBvhTraversal();
  private final int width;
  private final int[] ids;
  private final double[] depths;

  ExactView(RenderJob job, View view, AssetStore assets) {
    geometry = ViewGeometry.of(job, view, assets);
    width = view.camera().width();
    ids = new int[width * view.camera().height()];
    depths = new double[ids.length];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      if (geometry.see(traversal, centerU(pixel), centerV(pixel))) {
        ids[pixel] = geometry.draws().get(traversal.surface()).instanceId();
        depths[pixel] = traversal.distance();
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

  double centerU(int pixel) {
    return pixel % width + 0.5;
  }

  double centerV(int pixel) {
    return pixel / width + 0.5;
  }

  /** What is seen within rings of offsets around a pixel's center, the center included. */
  Surroundings around(int pixel, OffsetRings rings) {
    Surroundings found = new Surroundings();
    found.add(ids[pixel], depths[pixel]);
    rings.visit(
        (du, dv) -> {
          boolean hit = geometry.see(traversal, centerU(pixel) + du, centerV(pixel) + dv);
          found.add(
              hit ? geometry.draws().get(traversal.surface()).instanceId() : 0,
              hit ? traversal.distance() : 0);
        });
    return found;
  }

  /**
   * Depth of one instance alone at a pixel's center; infinity where it does not cover it.
   *
   * @param id 1 or more
   */
  double depthAlone(int id, int pixel) {
    int draw = place(id);
    if (draw < 0) {
      return Double.POSITIVE_INFINITY;
    }
    Vec3 direction = geometry.view().camera().direction(centerU(pixel), centerV(pixel));
    boolean met =
        alone.closestOf(geometry.scene(), draw, Vec3.ZERO, direction, ProjectedBounds.NEAR);
    return met ? alone.distance() : Double.POSITIVE_INFINITY;
  }

  /** Whether one draw alone covers an image position. */
  boolean covers(int draw, double u, double v) {
    return geometry.covers(alone, draw, u, v);
  }

  double truncation(int draw) {
    return geometry.truncation(alone, draw);
  }

  private int place(int id) {
    for (int i = 0; i < geometry.draws().size(); i++) {
      Draw draw = geometry.draws().get(i);
      if (draw.instanceId() == id) {
        return i;
      }
    }
    return -1;
  }
}
