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

/**
 * Counts pixels of instances in one image by the rays that decide labels: through pixel centers,
 * against the surfaces that are drawn. What it counts is there; in a large projection it stops
 * looking after {@link #MOST_RAYS}.
 */
public final class VisibleInstances {
  /** Rays for one instance; smaller projections are counted in full. */
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

  /** Whether a surface, by its place in the list, shows at least so many pixels. */
  public boolean shows(int surface, int pixels) {
    PlacedSurface placed = surfaces.get(surface);
    if (placed.surface().bounds().isEmpty()) {
      return false;
    }
    PixelBox box =
        ProjectedBounds.of(camera, placed.surface().bounds(), placed.sceneFromObject()).box();
    int width = box.width();
    long count = (long) width * box.height();
    long step = step(count);
    long pixel = 0;
    int hits = 0;
    for (long ray = 0; ray < Math.min(count, MOST_RAYS) && hits < pixels; ray++) {
      hits += sees(surface, box.left() + pixel % width, box.top() + pixel / width) ? 1 : 0;
      pixel = (pixel + step) % count;
    }
    return hits >= pixels;
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

  private boolean sees(int surface, long x, long y) {
    return traversal.closest(
            scene,
            Vec3.ZERO,
            camera.direction(x + 0.5, y + 0.5),
            ProjectedBounds.NEAR,
            Double.POSITIVE_INFINITY)
        && traversal.surface() == surface;
  }
}
