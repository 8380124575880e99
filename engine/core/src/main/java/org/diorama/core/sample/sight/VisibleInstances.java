package org.diorama.core.sample.sight;

import java.util.ArrayList;
import java.util.List;
import org.diorama.core.bvh.PlacedSurface;
import org.diorama.core.bvh.SceneBvh;
import org.diorama.core.bvh.SceneBvhTraversal;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.geometry.ProjectedBounds;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.scene.LabelRules;

/**
 * Which instances one image will have labels of, by the rays that decide labels: through pixel
 * centers, against the surfaces that are drawn. What it counts has a label.
 */
public final class VisibleInstances {
  /**
   * Rays for one instance whose visible fraction does not matter: a larger projection that shows
   * too little by then counts as unseen. Fractions are counted in full.
   */
  static final int MOST_RAYS = 4096;

  /** Golden section: steps by it spread over a range however many there are. */
  private static final double SPREAD = 0.6180339887498949;

  private final PinholeCamera camera;
  private final List<PlacedSurface> surfaces;
  private final SceneBvh scene;
  private final SceneBvhTraversal traversal = new SceneBvhTraversal();

  /**
   * @param world surfaces placed in the world
   */
  public VisibleInstances(
      PinholeCamera camera, Affine3 worldFromCamera, List<PlacedSurface> world) {
    this.camera = camera;
    List<PlacedSurface> seen = new ArrayList<>();
    for (PlacedSurface placed : world) {
      Affine3 view = worldFromCamera.inverseTimes(placed.sceneFromObject());
      seen.add(new PlacedSurface(view, placed.surface()));
    }
    this.surfaces = seen;
    this.scene = new SceneBvh(seen);
  }

  /**
   * Whether a surface, by its place in the list, shows as much as the rules ask of an annotation.
   */
  public boolean labels(int surface, LabelRules rules) {
    PlacedSurface placed = surfaces.get(surface);
    if (placed.surface().bounds().isEmpty()) {
      return false;
    }
    PixelBox box =
        ProjectedBounds.of(camera, placed.surface().bounds(), placed.sceneFromObject()).box();
    long count = (long) box.width() * box.height();
    boolean hides = rules.leastFraction() > 0;
    SceneBvh alone = new SceneBvh(hides ? List.of(placed) : List.of());
    Tally tally = new Tally(rules, count);
    long step = step(count);
    long pixel = 0;
    for (long ray = 0; ray < (hides ? count : Math.min(count, MOST_RAYS)); ray++) {
      Vec3 direction =
          camera.direction(
              box.left() + pixel % box.width() + 0.5, box.top() + pixel / box.width() + 0.5);
      boolean visible = meets(scene, direction) && traversal.surface() == surface;
      tally.add(visible, visible || hides && meets(alone, direction));
      if (tally.isDecided()) {
        break;
      }
      pixel = (pixel + step) % count;
    }
    return tally.isEnough();
  }

  /** Pixels of one projection so far. */
  private static final class Tally {
    private final LabelRules rules;
    private long left;
    private long visible;
    private long covered;

    Tally(LabelRules rules, long pixels) {
      this.rules = rules;
      this.left = pixels;
    }

    void add(boolean seen, boolean meets) {
      left--;
      visible += seen ? 1 : 0;
      covered += meets ? 1 : 0;
    }

    /** Whether the other pixels, hidden or seen, can change nothing. */
    boolean isDecided() {
      return isEnough(visible, covered + left) || !isEnough(visible + left, covered + left);
    }

    boolean isEnough() {
      return isEnough(visible, covered + left);
    }

    private boolean isEnough(long seen, long silhouette) {
      return seen >= rules.leastPixels() && (double) seen / silhouette >= rules.leastFraction();
    }
  }

  /** Without a common divisor, so that no pixel comes twice. */
  private static long step(long count) {
    long step = Math.max(1, (long) (count * SPREAD));
    while (divisor(step, count) != 1) {
      step++;
    }
    return step;
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  private boolean meets(SceneBvh among, Vec3 direction) {
    return traversal.closest(
        among, Vec3.ZERO, direction, ProjectedBounds.NEAR, Double.POSITIVE_INFINITY);
  }
}
