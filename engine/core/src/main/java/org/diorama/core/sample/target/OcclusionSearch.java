package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.place.Freedom;
import org.diorama.core.sample.place.Mobility;
import org.diorama.core.sample.place.Standing;
import org.diorama.core.sample.sight.Sight;
import org.diorama.core.sample.sight.Silhouette;

/**
 * Moves occluders in front of an instance, or the instance behind what stands, until as much of it
 * is seen as is wanted. A candidate's visible fraction is counted on rays through the instance's
 * silhouette; what was met before must stay so.
 */
final class OcclusionSearch {
  /** Error at which a search is content; below the tolerance, as fewer rays measure it. */
  private static final double CONTENT = 0.04;

  /** Draws of an occluder's place that is to hide nothing. */
  private static final int DRAWN_ASIDE = 12;

  private static final String HIDDEN = "hidden by what may not be moved";

  private static final String NOWHERE = "no occluder finds a place in front of it";

  private static final int RAYS = VisibleShare.RAYS;

  /** Further places of the instance in front of which occluders are moved. */
  private static final int FURTHER_PLACES = 6;

  /** Draws of an occluder's place from which it is moved along. */
  private static final int DRAWN_OCCLUDERS = 2;

  /** Draws of the instance's place from which it is moved along. */
  private static final int DRAWN_PLACES = 4;

  /** Draws of a place that has no coordinates to move it along. */
  private static final int DRAWN_POINTS = 24;

  /** Places of an occluder on each side of the line of sight. */
  private static final int BESIDE = 6;

  /** Steps on each side in which the instance is moved over all that a coordinate spans. */
  private static final int STEPS = 32;

  private final Movables movables;
  private final List<Instance> drawn;
  private final Set<Instance> held;
  private List<Met> met = new ArrayList<>();

  /** Whether what was met before may be undone. */
  private boolean first;

  /**
   * @param held those whose size or position in an image was asked for: they stay
   */
  OcclusionSearch(Movables movables, List<Instance> drawn, Set<Instance> held) {
    this.movables = movables;
    this.drawn = drawn;
    this.held = held;
  }

  /**
   * A fraction that was met.
   *
   * @param by the instance and the occluders that were moved for it: they stay
   */
  record Met(VisibleShare share, List<Instance> by) {}

  /** What was met so far. */
  List<Met> met() {
    return List.copyOf(met);
  }

  void restore(List<Met> earlier) {
    met = new ArrayList<>(earlier);
  }

  /** Meets a fraction whatever that undoes. */
  String meetFirst(VisibleShare share) {
    first = true;
    String complaint = meet(share);
    first = false;
    return complaint;
  }

  /** Forgets those that were undone. */
  List<VisibleShare> releaseUndone() {
    List<VisibleShare> undone =
        met.stream().map(Met::share).filter(share -> !share.holds()).toList();
    met.removeIf(each -> undone.contains(each.share()));
    return undone;
  }

  private boolean isLocked(Instance instance) {
    return held.contains(instance)
        || !first && met.stream().anyMatch(each -> each.by().contains(instance));
  }

  /**
   * @return what stood in the way; empty where the fraction was met
   */
  String meet(VisibleShare share) {
    Instance instance = share.instance();
    String complaint = coverHere(share);
    if (complaint.equals(HIDDEN) && coverCleared(share)
        || complaint.equals(NOWHERE) && coverTogether(share)) {
      return "";
    }
    Optional<Freedom> own =
        complaint.isEmpty() || isLocked(instance)
            ? Optional.empty()
            : movables.of(instance).freedom();
    if (own.isPresent()
        && (hide(share, own.get(), share.occluders(), share::isHiddenAsNamed)
            || coverElsewhere(share, own.get())
            || hide(share, own.get(), share.others(), () -> true))) {
      return "";
    }
    return complaint;
  }

  /** Moves occluders; returns what stood in the way. */
  private String coverHere(VisibleShare share) {
    Silhouette silhouette = share.silhouette(RAYS);
    if (silhouette.pixels() < VisibleShare.FEWEST_PIXELS) {
      return silhouette.rays() == 0 ? "outside the image" : "too small in the image";
    }
    if (Math.abs(share.measured(RAYS) - share.wanted()) <= CONTENT && confirmed(share)) {
      met.add(new Met(share, List.of(share.instance())));
      return "";
    }
    String complaint =
        share.occluders().isEmpty() ? "no occluder in the frame" : "no occluder is free";
    for (Instance occluder : share.occluders()) {
      if (isLocked(occluder)) {
        continue;
      }
      Mobility mobility = movables.of(occluder);
      if (mobility.freedom().isEmpty()) {
        complaint = "no occluder is free: " + mobility.bond();
        continue;
      }
      BitSet without = share.without(occluder, silhouette);
      if ((double) without.cardinality() / silhouette.rays() < share.wanted() - CONTENT) {
        complaint = HIDDEN;
        continue;
      }
      if (cover(share, mobility.freedom().get(), silhouette, without)) {
        met.add(new Met(share, List.of(share.instance(), occluder)));
        return "";
      }
      complaint = NOWHERE;
    }
    return complaint;
  }

  /** Moves occluders that hide too much together out of the way, and then one back. */
  private boolean coverCleared(VisibleShare share) {
    List<Movables.Stood> stood = movables.standings();
    boolean cleared = false;
    for (Instance occluder : share.occluders()) {
      Optional<Freedom> freedom =
          isLocked(occluder) ? Optional.empty() : movables.of(occluder).freedom();
      cleared |=
          freedom.isPresent() && share.mayBeHiddenBy(occluder) && clears(share, freedom.get());
    }
    if (cleared && coverHere(share).isEmpty()) {
      return true;
    }
    movables.restore(stood);
    return false;
  }

  private boolean clears(VisibleShare share, Freedom occluder) {
    Standing start = occluder.here();
    for (int i = 0; i < DRAWN_ASIDE; i++) {
      Optional<Standing> aside = occluder.draw();
      if (aside.isPresent()) {
        occluder.moveTo(aside.get());
        if (movables.room().fits(occluder.instance())
            && !share.mayBeHiddenBy(occluder.instance())
            && undoesNothing()) {
          movables.room().moved(occluder.instance());
          return true;
        }
      }
    }
    occluder.moveTo(start);
    return false;
  }

  /**
   * Moves several occluders, as one is too thin or too low: each to where it hides most of what may
   * be hidden still, until the next one hides the rest.
   */
  private boolean coverTogether(VisibleShare share) {
    List<Movables.Stood> stood = movables.standings();
    List<Instance> by = new ArrayList<>(List.of(share.instance()));
    Silhouette silhouette = share.silhouette(RAYS);
    for (Instance occluder : share.occluders()) {
      Optional<Freedom> freedom =
          isLocked(occluder) ? Optional.empty() : movables.of(occluder).freedom();
      if (freedom.isEmpty()) {
        continue;
      }
      BitSet without = share.without(occluder, silhouette);
      // The first of them was tried alone.
      if (by.size() > 1 && cover(share, freedom.get(), silhouette, without)) {
        by.add(occluder);
        met.add(new Met(share, by));
        return true;
      }
      if (coverPart(share, freedom.get(), silhouette, without)) {
        by.add(occluder);
      }
    }
    movables.restore(stood);
    return false;
  }

  /** Moves an occluder to where it leaves least too much to be seen, if that is less than now. */
  private boolean coverPart(
      VisibleShare share, Freedom occluder, Silhouette silhouette, BitSet without) {
    Standing start = occluder.here();
    double now = excess(share, occluder, silhouette, without);
    PoseSearch search =
        new PoseSearch(
            occluder,
            movables.room(),
            0,
            () -> {
              double excess = excess(share, occluder, silhouette, without);
              // What hides too much is of no use: others will hide more.
              return excess < 0 ? Double.POSITIVE_INFINITY : excess;
            },
            () -> false);
    sweeps(search, share, occluder);
    search.settle(now < 0 ? Double.POSITIVE_INFINITY : now);
    if (occluder.here() != start && !undoesNothing()) {
      occluder.moveTo(start);
      movables.room().moved(occluder.instance());
    }
    return occluder.here() != start;
  }

  private boolean cover(
      VisibleShare share, Freedom occluder, Silhouette silhouette, BitSet without) {
    PoseSearch search =
        new PoseSearch(
            occluder,
            movables.room(),
            CONTENT,
            () -> excess(share, occluder, silhouette, without),
            () -> confirmed(share));
    if (sweeps(search, share, occluder) || acceptsPoint(search, occluder)) {
      return true;
    }
    search.giveUp();
    return false;
  }

  /** How much more is seen than is wanted where an occluder stands now. */
  private static double excess(
      VisibleShare share, Freedom occluder, Silhouette silhouette, BitSet without) {
    List<Sight.Look> look = share.sight().before(silhouette, List.of(occluder.instance()));
    BitSet seen = share.sight().unblocked(silhouette, without, look);
    return (double) seen.cardinality() / silhouette.rays() - share.wanted();
  }

  /** Moves an occluder across the line of sight, from several places. */
  private static boolean sweeps(PoseSearch search, VisibleShare share, Freedom occluder) {
    Vec3 eye = share.sight().worldFromCamera().translation();
    Vec3 aim = share.instance().worldFromAxes().translation();
    double reach = radius(occluder.instance()) + radius(share.instance());
    for (Standing base : bases(occluder, DRAWN_OCCLUDERS)) {
      for (int coordinate = 0; coordinate < base.at().size(); coordinate++) {
        for (Standing crossing : occluder.crossings(base, coordinate, eye, aim)) {
          double step = reach / BESIDE / occluder.speed(crossing, coordinate);
          if (search.along(crossing, coordinate, step, BESIDE)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Moves the instance behind what stands.
   *
   * @param by what it may be moved behind
   * @param fine whether a place will do where as much of it is seen as is wanted
   */
  private boolean hide(VisibleShare share, Freedom own, List<Instance> by, BooleanSupplier fine) {
    PoseSearch search =
        new PoseSearch(
            own,
            movables.room(),
            CONTENT,
            () -> share.excess(by),
            () -> confirmed(share) && fine.getAsBoolean());
    for (Standing base : bases(own, DRAWN_PLACES)) {
      for (int coordinate = 0; coordinate < base.at().size(); coordinate++) {
        double step = own.span(base.part(), coordinate).length() / STEPS;
        if (search.along(base, coordinate, step, STEPS)) {
          met.add(new Met(share, List.of(share.instance())));
          return true;
        }
      }
    }
    if (acceptsPoint(search, own)) {
      met.add(new Met(share, List.of(share.instance())));
      return true;
    }
    search.giveUp();
    return false;
  }

  /** Moves the instance to other places of its own, and occluders in front of it there. */
  private boolean coverElsewhere(VisibleShare share, Freedom own) {
    Standing start = own.here();
    for (int place = 0; place < FURTHER_PLACES; place++) {
      Optional<Standing> drawnPlace = own.draw();
      if (drawnPlace.isEmpty()) {
        continue;
      }
      own.moveTo(drawnPlace.get());
      if (!movables.room().fits(own.instance()) || !undoesNothing()) {
        continue;
      }
      movables.room().moved(own.instance());
      if (coverHere(share).isEmpty()) {
        return true;
      }
    }
    own.moveTo(start);
    movables.room().moved(own.instance());
    return false;
  }

  /** Where it stands, and places with the next draws. */
  private static List<Standing> bases(Freedom freedom, int draws) {
    List<Standing> bases = new ArrayList<>();
    bases.add(freedom.here());
    for (int i = 0; i < draws; i++) {
      freedom.draw().ifPresent(bases::add);
    }
    return bases;
  }

  /** Places that have no coordinates are drawn. */
  private static boolean acceptsPoint(PoseSearch search, Freedom freedom) {
    for (int i = 0; freedom.here().at().isEmpty() && i < DRAWN_POINTS; i++) {
      Optional<Standing> point = freedom.draw();
      if (point.isPresent() && search.accepts(point.get())) {
        return true;
      }
    }
    return false;
  }

  /** Of the circle around it seen from above, meters. */
  private static double radius(Instance instance) {
    Vec3 size = instance.asset().orElseThrow().bounds().size().times(instance.scale());
    return new Vec3(size.x(), size.y(), 0).length() / 2;
  }

  /** Whether the fraction holds under more rays, and everything met before still does. */
  private boolean confirmed(VisibleShare share) {
    return undoesNothing() && share.holds();
  }

  private boolean undoesNothing() {
    return first || met.stream().allMatch(each -> each.share().holds());
  }
}
