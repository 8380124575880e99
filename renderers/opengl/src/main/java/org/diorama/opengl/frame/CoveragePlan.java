package org.diorama.opengl.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.geometry.ProjectedBounds.Relation;
import org.diorama.core.math.Affine3;
import org.diorama.core.render.TruncationTile;
import org.diorama.core.render.TruncationTiles;
import org.diorama.core.render.View;

/**
 * What the coverage pass draws for one view: every instance alone, once inside the frame, and those
 * that cross it into truncation tiles as well. Bit rectangles that don't fit together in the
 * device's block are drawn in batches.
 *
 * @param targets bit rectangles: those inside the frame first, in batches, then the tiles
 * @param batches runs of frame targets whose bits fit together
 * @param tiles run of tile targets
 * @param truncated instances with tiles
 */
record CoveragePlan(
    List<Target> targets,
    List<Batch> batches,
    Batch tiles,
    List<Truncated> truncated,
    List<Affine3> tileFromObject) {

  /**
   * @param transform place of its transform; tiles' follow the instances'
   * @param firstWord of its bits
   */
  record Target(int instance, int transform, int firstWord, PixelBox box) {
    int wordsPerRow() {
      return (box.width() + 31) / 32;
    }

    int words() {
      return wordsPerRow() * box.height();
    }
  }

  /** Targets {@code first} to {@code first + count - 1}, whose bits take {@code words}. */
  record Batch(int first, int count, int words) {}

  /**
   * @param firstTarget of its tiles, counted among the tile targets
   */
  record Truncated(int instance, List<TruncationTile> tiles, int firstTarget) {}

  /**
   * @param bounds of each instance against the frame
   * @param maxWords that one batch of bits may take
   */
  static CoveragePlan of(
      View view,
      List<Instance> instances,
      List<CameraTransforms> transforms,
      List<ProjectedBounds> bounds,
      int maxWords) {
    List<Target> targets = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    int batchFirst = 0;
    int words = 0;
    for (int i = 0; i < instances.size(); i++) {
      PixelBox box = bounds.get(i).box();
      if (box.width() > 0 && box.height() > 0) {
        Target target = new Target(i, i, words, box);
        if (words > 0 && words + target.words() > maxWords) {
          batches.add(new Batch(batchFirst, targets.size() - batchFirst, words));
          batchFirst = targets.size();
          words = 0;
          target = new Target(i, i, 0, box);
        }
        targets.add(target);
        words += target.words();
      }
    }
    if (targets.size() > batchFirst) {
      batches.add(new Batch(batchFirst, targets.size() - batchFirst, words));
    }
    int firstTile = targets.size();
    List<Truncated> truncated = new ArrayList<>();
    List<Affine3> tileFromObject = new ArrayList<>();
    int tileWords = 0;
    for (int i = 0; i < instances.size(); i++) {
      if (bounds.get(i).relation() == Relation.CROSSING) {
        Affine3 viewFromObject = transforms.get(i).cameraFromObject();
        List<TruncationTile> tiles =
            TruncationTiles.cover(
                List.of(
                    new TruncationTiles.PlacedBounds(instances.get(i).bounds(), viewFromObject)));
        truncated.add(new Truncated(i, tiles, targets.size() - firstTile));
        for (TruncationTile tile : tiles) {
          PinholeCamera camera = tile.camera();
          PixelBox all = new PixelBox(0, 0, camera.width(), camera.height());
          Target target = new Target(i, instances.size() + tileFromObject.size(), tileWords, all);
          targets.add(target);
          tileWords += target.words();
          tileFromObject.add(tile.viewFromTile().inverse().times(viewFromObject));
        }
      }
    }
    Batch tileBatch = new Batch(firstTile, targets.size() - firstTile, tileWords);
    return new CoveragePlan(targets, batches, tileBatch, truncated, tileFromObject);
  }

  void putTargets(ByteBuffer out) {
    for (Target target : targets) {
      out.putInt(target.transform()).putInt(target.firstWord());
      out.putInt(target.wordsPerRow()).putInt(target.instance());
      out.putInt(target.box().left()).putInt(target.box().top());
      out.putInt(target.box().width()).putInt(target.box().height());
    }
  }
}
