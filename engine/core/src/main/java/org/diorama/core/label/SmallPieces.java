package org.diorama.core.label;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceCoverage;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledNode;

/**
 * Takes pieces out of masks that are small against the whole, such as what shows through the gaps
 * of a fence. Their pixels have the id {@link SampledNode#VOID_ID} from then on, in the view's own
 * plane, so that boxes, masks and images know nothing else.
 */
final class SmallPieces {
  private final double leastShare;
  private final MaskPieces pieces = new MaskPieces();

  /**
   * @param leastShare of a mask's pixels that a piece needs, (0, 1]; the largest piece stays
   */
  SmallPieces(double leastShare) {
    this.leastShare = leastShare;
  }

  /** Sizes of the pieces of one mask. */
  private static final class Sizes {
    private long all;
    private int largest = -1;
    private int largestArea;

    void add(int piece, int area) {
      all += area;
      if (area > largestArea) {
        largest = piece;
        largestArea = area;
      }
    }
  }

  /**
   * Rewrites the instance plane.
   *
   * @param concerns which instances, by id
   * @return the table that goes with it
   */
  List<InstanceCoverage> drop(
      RenderedView view, List<InstanceCoverage> rows, IntPredicate concerns) {
    ShortBuffer ids =
        view.plane(Channel.INSTANCE).duplicate().order(ByteOrder.nativeOrder()).asShortBuffer();
    pieces.scan(ids, view.width(), view.height());
    Map<Integer, Sizes> sizes = new HashMap<>();
    for (int run = 0; run < pieces.runs(); run++) {
      if (pieces.piece(run) == run && concerns.test(pieces.id(run))) {
        sizes.computeIfAbsent(pieces.id(run), id -> new Sizes()).add(run, pieces.area(run));
      }
    }
    Map<Integer, Rest> rests = new HashMap<>();
    FloatBuffer depth =
        view.plane(Channel.DEPTH).duplicate().order(ByteOrder.nativeOrder()).asFloatBuffer();
    for (int run = 0; run < pieces.runs(); run++) {
      Sizes size = sizes.get(pieces.id(run));
      int piece = pieces.piece(run);
      if (size == null) {
        continue;
      }
      if (piece == size.largest || pieces.area(piece) >= leastShare * size.all) {
        rests
            .computeIfAbsent(pieces.id(run), id -> new Rest(view.width()))
            .add(pieces.start(run), pieces.end(run), depth);
      } else {
        for (int pixel = pieces.start(run); pixel < pieces.end(run); pixel++) {
          ids.put(pixel, (short) SampledNode.VOID_ID);
        }
      }
    }
    List<InstanceCoverage> left = new ArrayList<>();
    for (InstanceCoverage row : rows) {
      Rest rest = rests.get(row.instanceId());
      left.add(rest == null ? row : rest.of(row));
    }
    return left;
  }

  /** What is left of a mask. */
  private static final class Rest {
    private final int width;
    private int pixels;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right;
    private int bottom;
    private float nearest = Float.POSITIVE_INFINITY;
    private float farthest;

    Rest(int width) {
      this.width = width;
    }

    void add(int start, int end, FloatBuffer depth) {
      pixels += end - start;
      left = Math.min(left, start % width);
      right = Math.max(right, (end - 1) % width + 1);
      top = Math.min(top, start / width);
      bottom = Math.max(bottom, start / width + 1);
      for (int pixel = start; pixel < end; pixel++) {
        nearest = Math.min(nearest, depth.get(pixel));
        farthest = Math.max(farthest, depth.get(pixel));
      }
    }

    InstanceCoverage of(InstanceCoverage row) {
      return new InstanceCoverage(
          row.instanceId(),
          pixels,
          row.silhouettePixels(),
          new PixelBox(left, top, right, bottom),
          nearest,
          farthest,
          row.truncation(),
          row.contrast());
    }
  }
}
