package org.diorama.core.label;

import java.nio.ShortBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.SilhouetteBits;

/**
 * Which of two things lies before the other, at every pixel that the silhouettes of both cover, be
 * it that a third hides them there. Where one of them is seen, it is; else the rays through the
 * pixel's center say so, in double precision. No ray is needed of things of which one lies farther
 * away as a whole.
 *
 * <p>Each shared pixel counts for one of the two. A thing whose surface the ray misses by a hair
 * lies behind; of equally distant ones the lower id lies before.
 */
final class OcclusionOrder {
  private final PinholeCamera camera;
  private final ShortBuffer ids;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();

  /** Pixels by the thing that is before, by the one behind. */
  private final Map<Integer, Map<Integer, Integer>> before = new TreeMap<>();

  /**
   * Something whose order matters.
   *
   * @param surfaces what is drawn of it, in the camera's frame
   */
  record Thing(int id, SilhouetteBits silhouette, List<PlacedSurface> surfaces) {
    /** Least planar z of the box around it; likewise the greatest. */
    private double nearest() {
      return box().min().z();
    }

    private double farthest() {
      return box().max().z();
    }

    private Aabb box() {
      return surfaces.stream()
          .filter(placed -> !placed.surface().bounds().isEmpty())
          .map(placed -> placed.surface().bounds().transform(placed.sceneFromObject()))
          .reduce(Aabb.EMPTY, Aabb::union);
    }
  }

  /** A thing with what many pairs ask for. */
  private static final class Ranged {
    private final Thing thing;
    private final double nearest;
    private final double farthest;
    private final int[] words;
    private final int wordsPerRow;
    private SceneBvh scene;

    Ranged(Thing thing) {
      this.thing = thing;
      nearest = thing.nearest();
      farthest = thing.farthest();
      words = new int[SilhouetteBits.wordsOf(thing.silhouette().box())];
      thing.silhouette().words().get(0, words);
      wordsPerRow = thing.silhouette().wordsPerRow();
    }

    /** The silhouette's bits of 32 pixels of a row of its box, from a column on, be it outside. */
    int run(int column, int row) {
      int place = column >> 5;
      long both = word(row, place) | word(row, place + 1) << 32;
      return (int) (both >>> (column & 31));
    }

    private long word(int row, int place) {
      return place < 0 || place >= wordsPerRow
          ? 0
          : Integer.toUnsignedLong(words[row * wordsPerRow + place]);
    }

    SceneBvh scene() {
      if (scene == null) {
        scene = new SceneBvh(thing.surfaces());
      }
      return scene;
    }
  }

  /**
   * @param things by rising id
   * @param ids of the image row by row, from index 0
   */
  OcclusionOrder(PinholeCamera camera, ShortBuffer ids, List<Thing> things) {
    this.camera = camera;
    this.ids = ids;
    List<Ranged> ranged = things.stream().map(Ranged::new).toList();
    for (int i = 0; i < ranged.size(); i++) {
      for (int k = i + 1; k < ranged.size(); k++) {
        compare(ranged.get(i), ranged.get(k));
      }
    }
  }

  /** Pixels at which each other thing lies before one, by rising id; none of them is 0. */
  Map<Integer, Integer> before(int id) {
    return before.getOrDefault(id, Map.of());
  }

  private void compare(Ranged low, Ranged high) {
    PixelBox a = low.thing.silhouette().box();
    PixelBox b = high.thing.silhouette().box();
    int left = Math.max(a.left(), b.left());
    int right = Math.min(a.right(), b.right());
    int bottom = Math.min(a.bottom(), b.bottom());
    if (left >= right) {
      return;
    }
    boolean apart = low.farthest < high.nearest || high.farthest < low.nearest;
    int shared = 0;
    int lowBefore = 0;
    // Most words of either hold nothing, and of those that are left the other has nothing.
    int first = (left - a.left()) >> 5;
    int last = (right - 1 - a.left()) >> 5;
    for (int y = Math.max(a.top(), b.top()); y < bottom; y++) {
      for (int word = first; word <= last; word++) {
        int bits = low.words[(y - a.top()) * low.wordsPerRow + word];
        if (bits != 0) {
          int x = a.left() + 32 * word;
          bits &= high.run(x - b.left(), y - b.top());
          shared += Integer.bitCount(bits);
          for (int rest = apart ? 0 : bits; rest != 0; rest &= rest - 1) {
            lowBefore += isBefore(low, high, x + Integer.numberOfTrailingZeros(rest), y) ? 1 : 0;
          }
        }
      }
    }
    if (apart && low.farthest < high.nearest) {
      lowBefore = shared;
    }
    put(low, high, lowBefore);
    put(high, low, shared - lowBefore);
  }

  private void put(Ranged front, Ranged back, int pixels) {
    if (pixels > 0) {
      before.computeIfAbsent(back.thing.id(), id -> new TreeMap<>()).put(front.thing.id(), pixels);
    }
  }

  private boolean isBefore(Ranged low, Ranged high, int x, int y) {
    int seen = Short.toUnsignedInt(ids.get(y * camera.width() + x));
    if (seen == low.thing.id() || seen == high.thing.id()) {
      return seen == low.thing.id();
    }
    Vec3 ray = camera.direction(x + 0.5, y + 0.5);
    return distance(low.scene(), ray) <= distance(high.scene(), ray);
  }

  private double distance(SceneBvh scene, Vec3 ray) {
    return traversal.closest(scene, Vec3.ZERO, ray, ProjectedBounds.NEAR, Double.POSITIVE_INFINITY)
        ? traversal.distance()
        : Double.POSITIVE_INFINITY;
  }
}
