package org.diorama.core.sample.target;

import java.util.List;
import java.util.Optional;
import org.diorama.core.geometry.PixelBox;
import org.diorama.core.sample.TargetKind;
import org.diorama.core.sample.place.Freedom;
import org.diorama.core.sample.place.Mobility;
import org.diorama.core.sample.place.Standing;
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

  private final Occupancy room;

  AppearanceSearch(Occupancy room) {
    this.room = room;
  }

  /**
   * Leaves the instance at the best place found.
   *
   * @param wishes of one instance
   * @param sight of the camera that looks
   * @return what stood in the way; empty where all was met
   */
  String meet(List<Wish> wishes, Sight sight, Mobility mobility) {
    double atStart = error(wishes, sight);
    if (atStart <= CONTENT) {
      return "";
    }
    if (mobility.freedom().isEmpty()) {
      return mobility.bond();
    }
    Freedom freedom = mobility.freedom().get();
    PoseSearch search =
        new PoseSearch(freedom, room, CONTENT, () -> error(wishes, sight), () -> true);
    for (int i = 0; i < DRAWN_CANDIDATES; i++) {
      Optional<Standing> drawn = freedom.draw();
      if (drawn.isPresent() && search.accepts(drawn.get())) {
        return "";
      }
    }
    if (search.refine(REFINEMENTS)) {
      return "";
    }
    search.settle(atStart);
    return "no place of its own looks like that";
  }

  /** Largest error among what is wanted, in tolerances. */
  private static double error(List<Wish> wishes, Sight sight) {
    Silhouette silhouette = sight.silhouette(wishes.get(0).instance(), RAYS);
    if (silhouette.rays() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double error = 0;
    for (Wish wish : wishes) {
      double off = Math.abs(measured(wish.kind(), silhouette, sight) - wish.wanted());
      error = Math.max(error, off / wish.kind().tolerance(wish.wanted()));
    }
    return error;
  }

  /** A silhouette's size or position. */
  static double measured(TargetKind kind, Silhouette silhouette, Sight sight) {
    PixelBox box = silhouette.box();
    return switch (kind) {
      case IMAGE_X -> (box.left() + box.right()) / 2.0 / sight.pinhole().width();
      case IMAGE_Y -> (box.top() + box.bottom()) / 2.0 / sight.pinhole().height();
      default -> silhouette.pixels();
    };
  }
}
