package org.diorama.dataset.verify.replay;

import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.diorama.core.label.MaskPieces;
import org.diorama.core.render.PossibleSights;
import org.diorama.core.render.PossibleSights.Sight;
import org.diorama.core.sample.SampledNode;

/**
 * The author's rule that takes small pieces out of masks, undone and applied again. A pixel that
 * two renderers see differently may join a piece to a mask, or make it large enough: then the rule
 * leaves out a whole piece of one image and none of the other. So renderers are compared by what
 * they saw before the rule, and each by whether the rule made of that what it shows.
 */
final class PieceRule {
  private static final double DEPTH = 1e-5;

  private final double leastShare;
  private final int width;

  /**
   * @param leastShare of its mask's pixels that a piece needs; 0 where there is no such rule
   */
  PieceRule(double leastShare, int width) {
    this.leastShare = leastShare;
    this.width = width;
  }

  /** What a pixel shows, planar z in meters. */
  interface Depths {
    Span at(int pixel);
  }

  /** Pixels that one image shows as left out and the other does not. */
  static BitSet turned(double[] ids, double[] others) {
    BitSet turned = new BitSet();
    for (int pixel = 0; pixel < ids.length; pixel++) {
      turned.set(
          pixel, ids[pixel] == SampledNode.VOID_ID != (others[pixel] == SampledNode.VOID_ID));
    }
    return turned;
  }

  /**
   * What was seen before the rule: what is left out becomes the instance that exact rays meet there
   * at that depth. Of several it is none that a pixel beside it still shows, as that would be the
   * same piece; of those it is the one that the other renderer shows.
   */
  double[] undone(double[] ids, double[] others, Depths depths, PossibleSights sights) {
    double[] before = ids.clone();
    for (int pixel = 0; pixel < before.length; pixel++) {
      if (before[pixel] == SampledNode.VOID_ID) {
        before[pixel] =
            met(pixel, depths.at(pixel), ids, others[pixel], sights).orElse(SampledNode.VOID_ID);
      }
    }
    return before;
  }

  private OptionalInt met(
      int pixel, Span depth, double[] ids, double other, PossibleSights sights) {
    List<Integer> met = new ArrayList<>();
    for (Sight sight : sights.of(pixel % width, pixel / width)) {
      if (sight.draw() != PossibleSights.NOTHING
          && new Span(sight.least(), sight.greatest()).open(DEPTH).overlaps(depth)) {
        met.add(sights.geometry().draws().get(sight.draw()).instanceId());
      }
    }
    return met.stream()
        .min(
            Comparator.<Integer, Boolean>comparing(id -> isBeside(ids, pixel, id))
                .thenComparing(id -> id != other))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** Whether one of the eight pixels around shows an instance. */
  private boolean isBeside(double[] ids, int pixel, int id) {
    int x = pixel % width;
    for (int at = pixel - width; at <= pixel + width; at += width) {
      for (int side = Math.max(0, x - 1) - x; side <= Math.min(width - 1, x + 1) - x; side++) {
        if (at >= 0 && at < ids.length && ids[at + side] == id) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first pixel of some instances that the rule has not made what it is; -1 for none. */
  int contradiction(double[] before, double[] after, BitSet instances) {
    short[] ids = new short[before.length];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      ids[pixel] = (short) (int) before[pixel];
    }
    MaskPieces pieces = new MaskPieces();
    pieces.scan(ShortBuffer.wrap(ids), width, ids.length / width);
    Map<Integer, Integer> largest = new HashMap<>();
    Map<Integer, Integer> areas = new HashMap<>();
    for (int run = 0; run < pieces.runs(); run++) {
      if (pieces.piece(run) == run) {
        areas.merge(pieces.id(run), pieces.area(run), Integer::sum);
        largest.merge(
            pieces.id(run),
            run,
            (one, other) -> pieces.area(other) > pieces.area(one) ? other : one);
      }
    }
    for (int run = 0; run < pieces.runs(); run++) {
      int id = pieces.id(run);
      int piece = pieces.piece(run);
      boolean isLeft = piece == largest.get(id) || pieces.area(piece) >= leastShare * areas.get(id);
      for (int pixel = pieces.start(run); pixel < pieces.end(run); pixel++) {
        if (instances.get(id) && after[pixel] == SampledNode.VOID_ID == isLeft) {
          return pixel;
        }
      }
    }
    return -1;
  }
}
