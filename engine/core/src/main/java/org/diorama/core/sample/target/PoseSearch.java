package org.diorama.core.sample.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.room.Occupancy;

/**
 * Looks for a pose of one instance at which an excess vanishes: among given candidates, by
 * bisection between candidates with too much and candidates with too little, or by steps around the
 * best.
 */
final class PoseSearch {
  private static final int BISECTED_PAIRS = 8;
  private static final int HALVINGS = 12;
  private static final double FIRST_STEP = 0.08;
  private static final double SHRINK = 0.88;

  private final Instance instance;
  private final Occupancy room;
  private final double content;
  private final DoubleSupplier excess;
  private final BooleanSupplier confirmed;
  private final Affine3 start;
  private final List<Affine3> tooMuch = new ArrayList<>();
  private final List<Affine3> tooLittle = new ArrayList<>();
  private Affine3 best;
  private double leastError = Double.POSITIVE_INFINITY;

  /**
   * @param content error that is small enough
   * @param excess of the instance where it stands now; infinite where it is of no use there
   * @param confirmed whether a small error is believed
   */
  PoseSearch(
      Instance instance,
      Occupancy room,
      double content,
      DoubleSupplier excess,
      BooleanSupplier confirmed) {
    this.instance = instance;
    this.room = room;
    this.content = content;
    this.excess = excess;
    this.confirmed = confirmed;
    this.start = instance.parentFromAxes();
  }

  /** Whether a candidate solves it; then the instance stays there. */
  boolean accepts(Optional<Affine3> pose) {
    if (pose.isEmpty()) {
      return false;
    }
    double here = look(pose.get());
    if (Double.isFinite(here) && Math.abs(here) > content) {
      (here > 0 ? tooMuch : tooLittle).add(pose.get());
    }
    return solves(here);
  }

  /**
   * Whether a pose between a candidate with too much and one with too little solves it; then the
   * instance stays there. Pairs that stand near each other come first.
   */
  boolean bisect(Freedom freedom) {
    List<Affine3[]> pairs = new ArrayList<>();
    for (Affine3 much : tooMuch) {
      for (Affine3 little : tooLittle) {
        pairs.add(new Affine3[] {much, little});
      }
    }
    pairs.sort(
        Comparator.comparingDouble(
            pair -> pair[0].translation().minus(pair[1].translation()).length()));
    return pairs.stream().limit(BISECTED_PAIRS).anyMatch(pair -> bisect(pair, freedom));
  }

  private boolean bisect(Affine3[] pair, Freedom freedom) {
    Affine3 much = pair[0];
    Affine3 little = pair[1];
    for (int i = 0; i < HALVINGS; i++) {
      Optional<Affine3> middle = freedom.between(much, little);
      if (middle.isEmpty()) {
        return false;
      }
      double here = look(middle.get());
      if (solves(here)) {
        return true;
      }
      if (!Double.isFinite(here)) {
        return false;
      }
      if (here > 0) {
        much = middle.get();
      } else {
        little = middle.get();
      }
    }
    return false;
  }

  /**
   * Whether a pose around the best candidate solves it; then the instance stays there. Steps grow
   * with success and shrink without: the (1+1) evolution strategy, Rechenberg,
   * "Evolutionsstrategie", 1973.
   */
  boolean refine(Freedom freedom, int candidates) {
    double step = FIRST_STEP;
    for (int i = 0; best != null && i < candidates; i++) {
      double before = leastError;
      Optional<Affine3> pose = freedom.near(best, step);
      if (accepts(pose)) {
        return true;
      }
      step *= leastError < before ? 1 / SHRINK : SHRINK;
    }
    return false;
  }

  /** Leaves the instance at the best candidate, or where it stood if all were worse or none fit. */
  void settle(double errorAtStart) {
    instance.moveTo(leastError < errorAtStart ? best : start);
    room.moved(instance);
  }

  /** Back to where the instance stood; false. */
  boolean giveUp() {
    instance.moveTo(start);
    return false;
  }

  /** The excess at a pose; infinite where the instance finds no room there. */
  private double look(Affine3 pose) {
    instance.moveTo(pose);
    return room.fits(instance) ? excess.getAsDouble() : Double.POSITIVE_INFINITY;
  }

  private boolean solves(double here) {
    double error = Math.abs(here);
    if (error <= content) {
      // What is not believed is no place to search around: it undoes something else.
      if (confirmed.getAsBoolean()) {
        room.moved(instance);
        return true;
      }
      return false;
    }
    if (error < leastError) {
      leastError = error;
      best = instance.parentFromAxes();
    }
    return false;
  }
}
