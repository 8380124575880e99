package org.diorama.core.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Vec3;

/**
 * Where renderers may differ in what an instance alone would cover of a view, by rays of double
 * precision: where its own outline passes a pixel's center within 0.01 pixels. One thread's own.
 */
public final class OutlineBand {
  private final ViewGeometry geometry;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();
  private final Map<Integer, InstanceRow> rows = new HashMap<>();

  public OutlineBand(ViewGeometry geometry) {
    this.geometry = geometry;
    geometry.rows().forEach(row -> rows.put(row.instanceId(), row));
  }

  /**
   * Whether a pixel may belong to an instance's silhouette for one renderer and not for another.
   */
  public boolean passes(int instanceId, int x, int y) {
    InstanceRow row = rows.get(instanceId);
    return row != null && isUncertain(row, x, y, OffsetRings.FINE);
  }

  private boolean isUncertain(InstanceRow row, int x, int y, OffsetRings rings) {
    boolean center = covers(row, x + 0.5, y + 0.5);
    boolean[] changes = {false};
    rings.visit((du, dv) -> changes[0] |= covers(row, x + 0.5 + du, y + 0.5 + dv) != center);
    return changes[0];
  }

  private boolean covers(InstanceRow row, double u, double v) {
    return geometry.covers(traversal, row, u, v);
  }

  /** Whether an instance's silhouette may have so many pixels. */
  public boolean admits(int instanceId, long pixels) {
    InstanceRow row = rows.get(instanceId);
    return row != null
        && (admits(row, pixels, OffsetRings.COARSE) || admits(row, pixels, OffsetRings.FINE));
  }

  private boolean admits(InstanceRow row, long pixels, OffsetRings rings) {
    PixelBox box = geometry.projected(row).map(ProjectedBounds::box).orElse(PixelBox.EMPTY);
    long least = 0;
    long greatest = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        boolean center = covers(row, x + 0.5, y + 0.5);
        boolean uncertain = isUncertain(row, x, y, rings);
        least += center && !uncertain ? 1 : 0;
        greatest += center || uncertain ? 1 : 0;
      }
    }
    return pixels >= least && pixels <= greatest;
  }

  /**
   * Whether so much of an instance may lie outside the image: pixels of tiles whose centers its
   * outline passes within 0.01 pixels count on either side.
   */
  public boolean admitsTruncation(int instanceId, double truncation) {
    InstanceRow row = rows.get(instanceId);
    return row != null
        && geometry.projected(row).isPresent()
        && truncation >= truncation(row, true)
        && truncation <= truncation(row, false);
  }

  /** The least where what is doubtful counts in the image, the greatest where it counts outside. */
  private double truncation(InstanceRow row, boolean doubtfulInside) {
    List<TruncationTile> tiles = geometry.tiles(row);
    PinholeCamera camera = geometry.view().camera();
    return TruncationTiles.truncation(
        camera,
        tiles,
        (index, x, y) -> {
          Vec3 center = direction(tiles.get(index), x + 0.5, y + 0.5);
          boolean covered = geometry.meets(traversal, row, center);
          boolean[] doubtful = {false};
          OffsetRings.COARSE.visit(
              (du, dv) ->
                  doubtful[0] |=
                      geometry.meets(
                              traversal,
                              row,
                              direction(tiles.get(index), x + 0.5 + du, y + 0.5 + dv))
                          != covered);
          return doubtful[0] ? isInside(camera, center) == doubtfulInside : covered;
        });
  }

  private static Vec3 direction(TruncationTile tile, double u, double v) {
    return tile.viewFromTile().transformDirection(tile.camera().direction(u, v));
  }

  private static boolean isInside(PinholeCamera camera, Vec3 direction) {
    return direction.z() > 0
        && camera.projectX(direction) >= 0
        && camera.projectX(direction) < camera.width()
        && camera.projectY(direction) >= 0
        && camera.projectY(direction) < camera.height();
  }
}
