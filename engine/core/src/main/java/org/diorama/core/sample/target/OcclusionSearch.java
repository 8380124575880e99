package org.diorama.core.sample.target;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.room.Occupancy;
import org.diorama.core.sample.sight.Sight;
import org.diorama.core.sample.sight.Silhouette;

/**
 * Moves occluders in front of an instance, or the instance behind occluders, until as much of it is
 * seen as is wanted. A candidate's visible fraction is counted on rays through the instance's
 * silhouette; what was met before must stay so.
 */
final class OcclusionSearch {
  /** Error at which a search is content; below the tolerance, as fewer rays measure it. */
  private static final double CONTENT = 0.04;

  private static final int RAYS = 300;

  /** Rays that confirm what a search found. */
  private static final int CONFIRMING_RAYS = 1500;

  private static final double CONFIRMED = 0.045;

  /** Fewest pixels of a silhouette whose visible fraction means something. */
  private static final int FEWEST_PIXELS = 24;

  /** Further places of the instance in front of which occluders are moved. */
  private static final int FURTHER_PLACES = 6;

  private static final int BEHIND_EACH = 8;
  private static final int DRAWN_PLACES = 24;
  private static final int DRAWN_BETWEEN = 24;
  private static final int DRAWN_ANYWHERE = 12;
  private static final int REFINEMENTS = 32;

  private final Sight sight;
  private final Occupancy room;
  private final DrawLog draws;
  private final List<Instance> instances;
  private final Map<Instance, Double> met = new LinkedHashMap<>();
  private final Set<Instance> locked = new LinkedHashSet<>();

  OcclusionSearch(Sight sight, Occupancy room, DrawLog draws, List<Instance> instances) {
    this.sight = sight;
    this.room = room;
    this.draws = draws;
    this.instances = instances.stream().filter(each -> each.asset().isPresent()).toList();
  }

  /** Share of the silhouette's rays that meet the instance first; 0 where there are none. */
  double visibleFraction(Instance instance, Silhouette silhouette) {
    return silhouette.rays() == 0
        ? 0
        : (double) sight.unblocked(silhouette, allBut(instance)).cardinality() / silhouette.rays();
  }

  /**
   * @param by names of the groups whose instances may be moved
   * @return what stood in the way; empty where the fraction was met
   */
  String meet(Instance instance, double wanted, List<String> by) {
    List<Instance> occluders =
        instances.stream()
            .filter(each -> each != instance && by.contains(each.object().name()))
            .toList();
    String complaint = coverHere(instance, wanted, occluders);
    Optional<Freedom> own = ownFreedom(instance);
    if (!complaint.isEmpty()
        && own.isPresent()
        && (hide(instance, wanted, own.get(), occluders)
            || coverElsewhere(instance, wanted, own.get(), occluders))) {
      complaint = "";
    }
    if (complaint.isEmpty()) {
      met.put(instance, wanted);
      locked.add(instance);
    }
    return complaint;
  }

  /** Empty too where size or position in the image hold the instance at its place. */
  private Optional<Freedom> ownFreedom(Instance instance) {
    boolean held =
        instance.object().targets().pixels().isPresent()
            || instance.object().targets().imagePosition().isPresent();
    return held ? Optional.empty() : Freedom.of(instance, draws);
  }

  /** Moves occluders; returns what stood in the way. */
  private String coverHere(Instance instance, double wanted, List<Instance> occluders) {
    Silhouette silhouette = sight.silhouette(instance, RAYS);
    if (silhouette.pixels() < FEWEST_PIXELS) {
      return silhouette.rays() == 0 ? "outside the image" : "too small in the image";
    }
    if (Math.abs(visibleFraction(instance, silhouette) - wanted) <= CONTENT
        && confirmed(instance, wanted)) {
      return "";
    }
    String complaint = occluders.isEmpty() ? "no occluder in the frame" : "no occluder is free";
    for (Instance occluder : occluders) {
      Optional<Freedom> freedom =
          locked.contains(occluder) ? Optional.empty() : Freedom.of(occluder, draws);
      if (freedom.isEmpty()) {
        continue;
      }
      BitSet withoutIt = sight.unblocked(silhouette, allBut(instance, occluder));
      if ((double) withoutIt.cardinality() / silhouette.rays() < wanted - CONTENT) {
        complaint = "hidden by what may not be moved";
        continue;
      }
      if (cover(instance, wanted, occluder, freedom.get(), silhouette, withoutIt)) {
        locked.add(occluder);
        return "";
      }
      complaint = "no occluder finds a place in front of it";
    }
    return complaint;
  }

  private boolean cover(
      Instance instance,
      double wanted,
      Instance occluder,
      Freedom freedom,
      Silhouette silhouette,
      BitSet withoutIt) {
    PoseSearch search =
        new PoseSearch(
            occluder,
            room,
            CONTENT,
            () -> {
              BitSet seen = sight.unblocked(silhouette, List.of(occluder));
              seen.and(withoutIt);
              return (double) seen.cardinality() / silhouette.rays() - wanted;
            },
            () -> confirmed(instance, wanted));
    Vec3 eye = inFrameOf(occluder, sight.worldFromCamera().translation());
    Vec3 aim = inFrameOf(occluder, instance.worldFromAxes().translation());
    for (int i = 0; i < DRAWN_BETWEEN; i++) {
      if (search.accepts(freedom.drawOnLine(eye, aim, 0, 1))) {
        return true;
      }
    }
    for (int i = 0; i < DRAWN_ANYWHERE; i++) {
      if (search.accepts(Optional.of(freedom.draw()))) {
        return true;
      }
    }
    return search.bisect(freedom) || search.refine(freedom, REFINEMENTS) || search.giveUp();
  }

  /** Moves the instance behind occluders that stay where they are. */
  private boolean hide(Instance instance, double wanted, Freedom own, List<Instance> occluders) {
    PoseSearch search =
        new PoseSearch(
            instance,
            room,
            CONTENT,
            () -> {
              Silhouette silhouette = sight.silhouette(instance, RAYS);
              return silhouette.pixels() < FEWEST_PIXELS
                  ? Double.POSITIVE_INFINITY
                  : visibleFraction(instance, silhouette) - wanted;
            },
            () -> confirmed(instance, wanted));
    Vec3 eye = inFrameOf(instance, sight.worldFromCamera().translation());
    for (Instance occluder : occluders) {
      Vec3 through = inFrameOf(instance, occluder.worldFromAxes().translation());
      for (int i = 0; i < BEHIND_EACH; i++) {
        if (search.accepts(own.drawOnLine(eye, through, 1, Double.POSITIVE_INFINITY))) {
          return true;
        }
      }
    }
    for (int i = 0; i < DRAWN_PLACES; i++) {
      if (search.accepts(Optional.of(own.draw()))) {
        return true;
      }
    }
    return search.bisect(own) || search.refine(own, REFINEMENTS) || search.giveUp();
  }

  /** Moves the instance to other places of its own, and occluders in front of it there. */
  private boolean coverElsewhere(
      Instance instance, double wanted, Freedom own, List<Instance> occluders) {
    Affine3 start = instance.parentFromAxes();
    for (int place = 0; place < FURTHER_PLACES; place++) {
      instance.moveTo(own.draw());
      if (!room.fits(instance) || !undoesNothing()) {
        continue;
      }
      room.moved(instance);
      if (coverHere(instance, wanted, occluders).isEmpty()) {
        return true;
      }
    }
    instance.moveTo(start);
    room.moved(instance);
    return false;
  }

  private static Vec3 inFrameOf(Instance instance, Vec3 world) {
    return instance
        .parent()
        .map(each -> each.worldFromAxes().inverse().transformPoint(world))
        .orElse(world);
  }

  private List<Instance> allBut(Instance... excluded) {
    return instances.stream()
        .filter(each -> Arrays.stream(excluded).noneMatch(other -> other == each))
        .toList();
  }

  /** Whether the fraction holds under more rays, and everything met before still does. */
  private boolean confirmed(Instance instance, double wanted) {
    return holds(instance, wanted) && undoesNothing();
  }

  private boolean undoesNothing() {
    return met.entrySet().stream().allMatch(entry -> holds(entry.getKey(), entry.getValue()));
  }

  private boolean holds(Instance instance, double wanted) {
    Silhouette silhouette = sight.silhouette(instance, CONFIRMING_RAYS);
    return Math.abs(visibleFraction(instance, silhouette) - wanted) <= CONFIRMED;
  }
}
