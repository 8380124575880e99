package org.diorama.core.sample.target;

import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.room.Occupancy;
import org.diorama.core.sample.sight.Sight;
import org.diorama.core.sample.sight.Silhouette;

/** Moves an instance until its silhouette has a wanted size or stands at a wanted position. */
final class AppearanceSearch {
  private static final int RAYS = 600;

  /** A search is content with this share of the tolerances, as fewer rays measure. */
  private static final double CONTENT = 0.7;

  private static final int DRAWN_CANDIDATES = 128;
  private static final int REFINEMENTS = 96;

  private final Sight sight;
  private final Occupancy room;
  private final DrawLog draws;

  /** Wanted area in pixels, and shares of the image's width and height. */
  record Wanted(Optional<Double> pixels, Optional<Double> x, Optional<Double> y) {}

  AppearanceSearch(Sight sight, Occupancy room, DrawLog draws) {
    this.sight = sight;
    this.room = room;
    this.draws = draws;
  }

  /**
   * Leaves the instance at the best place found.
   *
   * @return what stood in the way; empty where all was met
   */
  String meet(Instance instance, Wanted wanted) {
    double atStart = error(instance, wanted);
    if (atStart <= CONTENT) {
      return "";
    }
    Optional<Freedom> freedom = Freedom.of(instance, draws);
    if (freedom.isEmpty()) {
      return "its place is fixed";
    }
    PoseSearch search =
        new PoseSearch(instance, room, CONTENT, () -> error(instance, wanted), () -> true);
    for (int i = 0; i < DRAWN_CANDIDATES; i++) {
      if (search.accepts(Optional.of(freedom.get().draw()))) {
        return "";
      }
    }
    if (search.refine(freedom.get(), REFINEMENTS)) {
      return "";
    }
    search.settle(atStart);
    return "no place of its own looks like that";
  }

  /** Largest error among what is wanted, in tolerances. */
  private double error(Instance instance, Wanted wanted) {
    Silhouette silhouette = sight.silhouette(instance, RAYS);
    if (silhouette.rays() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    PixelBox box = silhouette.box();
    double centerX = (box.left() + box.right()) / 2.0 / sight.pinhole().width();
    double centerY = (box.top() + box.bottom()) / 2.0 / sight.pinhole().height();
    double pixels =
        wanted
            .pixels()
            .map(
                area ->
                    Math.abs(silhouette.pixels() - area) / (TargetSampler.PIXELS_TOLERANCE * area))
            .orElse(0.0);
    return Math.max(pixels, Math.max(off(wanted.x(), centerX), off(wanted.y(), centerY)));
  }

  private static double off(Optional<Double> wanted, double center) {
    return wanted
        .map(share -> Math.abs(center - share) / TargetSampler.POSITION_TOLERANCE)
        .orElse(0.0);
  }
}
