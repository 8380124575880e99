package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.geometry.ProjectedBounds.Relation;
import org.diorama.core.math.Affine3;
import org.diorama.core.render.InstanceRow;
import org.diorama.core.render.SilhouetteBits;
import org.diorama.core.render.TruncationTile;
import org.diorama.core.render.TruncationTiles;
import org.diorama.core.render.TruncationTiles.PlacedBounds;

/**
 * What the coverage pass draws for one view: every row's instance alone, once inside the frame, and
 * those that cross it into truncation tiles as well. Bit rectangles that don't fit together in the
 * device's block are drawn in batches.
 *
 * @param targets bit rectangles: those inside the frame first, in batches, then the tiles
 * @param batches runs of frame targets whose bits fit together
 * @param tiles run of tile targets
 * @param truncated rows with tiles
 * @param tileViews how each draw of a tile is seen, for one tile after the other
 */
record CoveragePlan(
    List<Target> targets,
    List<Batch> batches,
    Batch tiles,
    List<Truncated> truncated,
    List<TileView> tileViews) {

  /**
   * @param row of the table
   * @param firstTransform place of its first draw's transform, which those of its others follow;
   *     the tiles' come after the frame's
   * @param firstWord of its bits
   */
  record Target(int row, int firstTransform, int firstWord, PixelBox box) {
    int words() {
      return SilhouetteBits.wordsOf(box);
    }
  }

  /** Targets {@code first} to {@code first + count - 1}, whose bits take {@code words}. */
  record Batch(int first, int count, int words) {}

  /**
   * @param firstTarget of its tiles, counted among the tile targets
   */
  record Truncated(int row, List<TruncationTile> tiles, int firstTarget) {}

  /** A draw seen by a tile's camera. */
  record TileView(PinholeCamera camera, Affine3 tileFromObject) {}

  /**
   * @param instances the job's draws
   * @param transforms of the draws
   * @param bounds of each row against the frame
   * @param maxWords that one batch of bits may take
   */
  static CoveragePlan of(
      List<InstanceRow> rows,
      List<Instance> instances,
      List<CameraTransforms> transforms,
      List<ProjectedBounds> bounds,
      int maxWords) {
    List<Target> targets = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    int batchFirst = 0;
    int words = 0;
    for (int i = 0; i < rows.size(); i++) {
      PixelBox box = bounds.get(i).box();
      if (!box.isEmpty()) {
        int needed = SilhouetteBits.wordsOf(box);
        if (words > 0 && words + needed > maxWords) {
          batches.add(new Batch(batchFirst, targets.size() - batchFirst, words));
          batchFirst = targets.size();
          words = 0;
        }
        targets.add(new Target(i, rows.get(i).firstDraw(), words, box));
        words += needed;
      }
    }
    if (targets.size() > batchFirst) {
      batches.add(new Batch(batchFirst, targets.size() - batchFirst, words));
    }
    int firstTile = targets.size();
    List<Truncated> truncated = new ArrayList<>();
    List<TileView> tileViews = new ArrayList<>();
    int tileWords = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (bounds.get(i).relation() == Relation.CROSSING) {
        List<PlacedBounds> boxes = boxes(rows.get(i), instances, transforms);
        List<TruncationTile> tiles = TruncationTiles.cover(boxes);
        truncated.add(new Truncated(i, tiles, targets.size() - firstTile));
        for (TruncationTile tile : tiles) {
          PinholeCamera camera = tile.camera();
          PixelBox all = new PixelBox(0, 0, camera.width(), camera.height());
          Target target = new Target(i, instances.size() + tileViews.size(), tileWords, all);
          targets.add(target);
          tileWords += target.words();
          Affine3 tileFromView = tile.viewFromTile().inverse();
          boxes.forEach(
              box -> tileViews.add(new TileView(camera, tileFromView.times(box.viewFromObject()))));
        }
      }
    }
    Batch tileBatch = new Batch(firstTile, targets.size() - firstTile, tileWords);
    return new CoveragePlan(targets, batches, tileBatch, truncated, tileViews);
  }

  private static List<PlacedBounds> boxes(
      InstanceRow row, List<Instance> instances, List<CameraTransforms> transforms) {
    return row.draws()
        .mapToObj(
            i -> new PlacedBounds(instances.get(i).bounds(), transforms.get(i).cameraFromObject()))
        .toList();
  }

  void putTargets(ByteBuffer out) {
    for (Target target : targets) {
      out.putInt(target.firstWord());
      out.putInt(target.words() / target.box().height()).putInt(target.row());
      out.putInt(target.box().left()).putInt(target.box().top());
      out.putInt(target.box().width()).putInt(target.box().height());
    }
  }
}
