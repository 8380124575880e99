package org.diorama.testkit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.diorama.core.asset.AssetStore;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.OffsetRings;
import org.diorama.core.render.RenderJob;
import org.diorama.core.render.RenderedFrame;
import org.diorama.core.render.RenderedView;
import org.diorama.core.render.View;

/**
 * Judges a renderer's labels by double-precision rays. A pixel's id must be the one at its center,
 * except in the excluded band: where another id is met within 0.01 pixels, or lies within a
 * relative depth of 1e-6. Even there it must be one of the ids met. Depth must lie within 1e-5, or
 * within the range that the met triangles have over ±0.01 pixels; beside an instance's own outline
 * its farther side counts too, for what a snapped edge lets through. Planes of normal, albedo and
 * part are judged where there are such, see {@link SurfacePlanes}; silhouettes bit for bit.
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
  private final BitSet band = new BitSet();
  private final List<ExactSilhouette> silhouettes = new ArrayList<>();
  private final List<Double> truncations = new ArrayList<>();

  /** Casts the exact rays of one view; any number of renderers can then be judged. */
  public OracleComparison(RenderJob job, View view, AssetStore assets) {
    exact = new ExactView(job, view, assets);
    for (int pixel = 0; pixel < exact.pixels(); pixel++) {
      if (isBesideAnotherId(pixel)
          && exact.band().around(pixel, exact.id(pixel), OffsetRings.COARSE).mixed()) {
        band.set(pixel);
      }
    }
    for (InstanceRow row : exact.geometry().rows()) {
      silhouettes.add(new ExactSilhouette(exact, row));
      truncations.add(exact.truncation(row));
    }
  }

  /** Judges all views of a frame; they must come in the job's order, each in its own size. */
  public static OracleReport judge(RenderJob job, RenderedFrame actual, AssetStore assets) {
    List<String> disagreements = new ArrayList<>();
    OracleReport report = OracleReport.EMPTY;
    if (actual.views().size() != job.views().size()) {
      disagreements.add(actual.views().size() + " views, not " + job.views().size());
    }
    for (int i = 0; i < Math.min(actual.views().size(), job.views().size()); i++) {
      View view = job.views().get(i);
      RenderedView drawn = actual.views().get(i);
      if (!drawn.name().equals(view.name())
          || drawn.width() != view.camera().width()
          || drawn.height() != view.camera().height()) {
        disagreements.add("view " + i + " is '" + drawn.name() + "', not '" + view.name() + "'");
      } else {
        report = report.plus(new OracleComparison(job, view, assets).judge(drawn));
      }
    }
    return report.plus(new OracleReport(0, 0, 0, disagreements));
  }

  /**
   * @param actual what a renderer made of the view, with planes of depth and instance, and whatever
   *     others
   */
  public OracleReport judge(RenderedView actual) {
    BitSet differing = new BitSet();
    List<String> disagreements = new ArrayList<>();
    for (int pixel = 0; pixel < exact.pixels(); pixel++) {
      int id = RenderTables.instance(actual, pixel);
      float depth = RenderTables.depth(actual, pixel);
      differing.set(pixel, id != exact.id(pixel));
      if (differing.get(pixel)
          || Math.abs(depth - exact.depth(pixel)) > DEPTH_TOLERANCE * exact.depth(pixel)) {
        checkBand(pixel, id, depth, disagreements);
      }
    }
    checkTable(actual, disagreements);
    SurfacePlanes planes = new SurfacePlanes(exact, actual);
    planes.judge(disagreements);
    BitSet excluded = (BitSet) band.clone();
    excluded.or(differing);
    excluded.or(planes.excluded());
    return new OracleReport(
        exact.pixels(), excluded.cardinality(), differing.cardinality(), disagreements);
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

  private void checkBand(int pixel, int id, float depth, List<String> disagreements) {
    if (!exact.band().admits(pixel, id, depth, DEPTH_TOLERANCE)) {
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
              exact.band().around(pixel, id, OffsetRings.FINE)));
    }
  }

  /** The table must repeat the renderer's own planes, and beyond them agree with exact rays. */
  private void checkTable(RenderedView actual, List<String> disagreements) {
    RenderTables.assertConsistent(actual);
    List<InstanceCoverage> rows = actual.instances().rows();
    if (rows.size() != silhouettes.size()) {
      disagreements.add(rows.size() + " rows for " + silhouettes.size() + " instances");
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      InstanceCoverage row = rows.get(i);
      String what = "instance " + row.instanceId() + ": ";
      silhouettes
          .get(i)
          .fault(row.silhouettePixels())
          .ifPresent(fault -> disagreements.add(what + fault));
      if (!actual.silhouettes().isEmpty()) {
        silhouettes
            .get(i)
            .fault(actual.silhouettes().get(i))
            .ifPresent(fault -> disagreements.add(what + fault));
      }
      if (Math.abs(row.truncation() - truncations.get(i)) > TRUNCATION_TOLERANCE) {
        disagreements.add(
            String.format(
                Locale.ROOT,
                "instance %d: truncation %.4f, exactly %.4f",
                row.instanceId(),
                row.truncation(),
                truncations.get(i)));
      }
    }
  }
}
