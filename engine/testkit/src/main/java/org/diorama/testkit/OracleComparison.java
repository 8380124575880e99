package org.diorama.testkit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.PixelBox;
import org.diorama.core.render.ProjectedBounds;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;

/**
 * Judges a renderer's labels by double-precision rays. A pixel's id must be the one at its center,
 * except in the excluded band: where another id is met within 0.01 pixels, or lies within a
 * relative depth of 1e-6. Even there it must be one of the ids met. Depth must lie within 1e-5, or
 * within the range that the met triangles have over ±0.01 pixels.
 *
 * <p>Every pixel that differs is tested for the band, so none is excused without proof. For the
 * share of the band, pixels are tested whose 3 × 3 neighborhood shows more than one id: a curve
 * within 0.01 pixels of a center separates it from a neighbor's center, unless what it bounds
 * covers no pixel's center at all; the share leaves such specks out.
 */
public final class OracleComparison {
  private static final double DEPTH_TOLERANCE = 1e-5;
  private static final double TRUNCATION_TOLERANCE = 0.01;

  private final ExactView exact;
  private final RenderedView actual;
  private final List<String> disagreements = new ArrayList<>();
  private final BitSet band = new BitSet();
  private int differing;

  private OracleComparison(ExactView exact, RenderedView actual) {
    this.exact = exact;
    this.actual = actual;
  }

  /**
   * @param actual what a renderer made of the job's view, with planes of depth and instance
   */
  public static OracleReport compare(
      RenderJob job, View view, AssetStore assets, RenderedView actual) {
    OracleComparison comparison = new OracleComparison(new ExactView(job, view, assets), actual);
    comparison.comparePixels();
    comparison.compareTable();
    return new OracleReport(
        comparison.exact.pixels(),
        comparison.band.cardinality(),
        comparison.differing,
        comparison.disagreements);
  }

  private void comparePixels() {
    for (int pixel = 0; pixel < exact.pixels(); pixel++) {
      int id = RenderTables.instance(actual, pixel);
      float depth = RenderTables.depth(actual, pixel);
      boolean differs = id != exact.id(pixel);
      if (differs) {
        differing++;
        band.set(pixel);
      } else if (isBesideAnotherId(pixel) && exact.around(pixel, id, OffsetRings.COARSE).mixed()) {
        band.set(pixel);
      }
      if (differs || Math.abs(depth - exact.depth(pixel)) > DEPTH_TOLERANCE * exact.depth(pixel)) {
        checkBand(pixel, id, depth);
      }
    }
  }

  private boolean isBesideAnotherId(int pixel) {
    int width = exact.width();
    int x = pixel % width;
    int y = pixel / width;
    for (int v = Math.max(0, y - 1); v <= y + 1 && v * width < exact.pixels(); v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        if (exact.id(v * width + u) != exact.id(pixel)) {
          return true;
        }
      }
    }
    return false;
  }

  private void checkBand(int pixel, int id, float depth) {
    Surroundings around = exact.around(pixel, id, OffsetRings.COARSE);
    if (!around.admits(id, depth, DEPTH_TOLERANCE)) {
      around = exact.around(pixel, id, OffsetRings.FINE);
    }
    if (!around.admits(id, depth, DEPTH_TOLERANCE)) {
      disagreements.add(
          String.format(
              Locale.ROOT,
              "pixel (%d, %d): id %d at depth %s, exactly id %d at depth %s, around it %s",
              pixel % exact.width(),
              pixel / exact.width(),
              id,
              depth,
              exact.id(pixel),
              exact.depth(pixel),
              around));
    }
  }

  /** The table must repeat the renderer's own planes, and beyond them agree with exact rays. */
  private void compareTable() {
    RenderTables.assertConsistent(actual);
    List<InstanceCoverage> rows = actual.instances().rows();
    if (rows.size() != exact.geometry().draws().size()) {
      disagreements.add(rows.size() + " rows for " + exact.geometry().draws().size() + " draws");
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      InstanceCoverage row = rows.get(i);
      compareSilhouette(i, row);
      double expected = exact.truncation(i);
      if (Math.abs(row.truncation() - expected) > TRUNCATION_TOLERANCE) {
        disagreements.add(
            String.format(
                Locale.ROOT,
                "instance %d: truncation %.4f, exactly %.4f",
                row.instanceId(),
                row.truncation(),
                expected));
      }
    }
  }

  private void compareSilhouette(int draw, InstanceCoverage row) {
    SilhouetteRange range = SilhouetteRange.of(exact, draw, box(draw), false);
    if (!range.admits(row.silhouettePixels())) {
      range = SilhouetteRange.of(exact, draw, box(draw), true);
    }
    if (!range.admits(row.silhouettePixels())) {
      disagreements.add(
          String.format(
              Locale.ROOT,
              "instance %d: silhouette of %d pixels, exactly %s",
              row.instanceId(),
              row.silhouettePixels(),
              range));
    }
  }

  private PixelBox box(int draw) {
    return exact.geometry().projected(draw).map(ProjectedBounds::box).orElse(PixelBox.EMPTY);
  }
}
