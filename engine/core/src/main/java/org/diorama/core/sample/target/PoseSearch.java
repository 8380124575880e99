package org.diorama.core.sample.target;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.diorama.core.sample.place.Freedom;
import org.diorama.core.sample.place.Span;
import org.diorama.core.sample.place.Standing;
import org.diorama.core.sample.room.Occupancy;

/**
 * Looks for a place of one instance at which an excess vanishes: at given places, along one
 * coordinate from a place, bisecting where the excess changes its sign, or by steps around the
 * best.
 */
final class PoseSearch {
  private static final int HALVINGS = 10;
  private static final double FIRST_STEP = 0.08;
  private static final double SHRINK = 0.88;

  private final Freedom freedom;
  private final Occupancy room;
  private final double content;
  private final DoubleSupplier excess;
  private final BooleanSupplier confirmed;
  private final Standing start;
  private Standing best;
  private double leastError = Double.POSITIVE_INFINITY;

  /** A place and the excess there; infinite where the instance finds no room or is of no use. */
  private record Trial(Standing standing, double excess) {
    boolean isUseful() {
      return Double.isFinite(excess);
    }

    boolean isOpposite(Trial other) {
      return isUseful() && other.isUseful() && excess > 0 != other.excess > 0;
    }
  }

  /**
   * @param content error that is small enough
   * @param excess of the instance where it stands now; infinite where it is of no use there
   * @param confirmed whether a small error is believed
   */
  PoseSearch(
      Freedom freedom,
      Occupancy room,
      double content,
      DoubleSupplier excess,
      BooleanSupplier confirmed) {
    this.freedom = freedom;
    this.room = room;
    this.content = content;
    this.excess = excess;
    this.confirmed = confirmed;
    this.start = freedom.here();
  }

  /** Whether a place solves it; then the instance stays there. */
  boolean accepts(Standing standing) {
    return solves(look(standing));
  }

  /**
   * Whether a place solves it that differs from another one in one coordinate: outwards on both
   * sides, and between two places where the excess changes its sign. Then the instance stays there.
   *
   * @param step of the coordinate
   * @param steps at most, on each side
   */
  boolean along(Standing from, int coordinate, double step, int steps) {
    Span span = freedom.span(from.part(), coordinate);
    if (!(step > 0) || span.length() == 0) {
      return false;
    }
    Trial base = look(from);
    if (solves(base)) {
      return true;
    }
    Trial[] last = {base, base};
    double origin = from.at().get(coordinate);
    for (int i = 1; i <= steps; i++) {
      for (int side = 0; side < 2; side++) {
        double value = origin + (side == 0 ? i : -i) * step;
        Optional<Standing> next =
            span.holds(value) ? freedom.with(from, coordinate, value) : Optional.empty();
        if (next.isPresent()) {
          Trial trial = look(next.get());
          if (solves(trial) || trial.isOpposite(last[side]) && bisects(last[side], trial)) {
            return true;
          }
          last[side] = trial.isUseful() ? trial : last[side];
        }
      }
    }
    return false;
  }

  private boolean bisects(Trial one, Trial other) {
    Trial low = one;
    Trial high = other;
    for (int i = 0; i < HALVINGS; i++) {
      Optional<Standing> middle = freedom.between(low.standing(), high.standing());
      if (middle.isEmpty()) {
        return false;
      }
      Trial trial = look(middle.get());
      if (solves(trial)) {
        return true;
      }
      if (!trial.isUseful()) {
        return false;
      }
      if (trial.isOpposite(low)) {
        high = trial;
      } else {
        low = trial;
      }
    }
    return false;
  }

  /**
   * Whether a place around the best candidate solves it; then the instance stays there. Steps grow
   * with success and shrink without: the (1+1) evolution strategy, Rechenberg,
   * "Evolutionsstrategie", 1973.
   */
  boolean refine(int candidates) {
    double step = FIRST_STEP;
    for (int i = 0; best != null && i < candidates; i++) {
      double before = leastError;
      Optional<Standing> place = freedom.near(best, step);
      if (place.isPresent() && accepts(place.get())) {
        return true;
      }
      step *= leastError < before ? 1 / SHRINK : SHRINK;
    }
    return false;
  }

  /** Leaves the instance at the best candidate, or where it stood if all were worse or none fit. */
  void settle(double errorAtStart) {
    freedom.moveTo(leastError < errorAtStart ? best : start);
    room.moved(freedom.instance());
  }

  /** Back to where the instance stood. */
  void giveUp() {
    freedom.moveTo(start);
  }

  private Trial look(Standing standing) {
    freedom.moveTo(standing);
    boolean fits = room.fits(freedom.instance());
    return new Trial(standing, fits ? excess.getAsDouble() : Double.POSITIVE_INFINITY);
  }

  private boolean solves(Trial trial) {
    double error = Math.abs(trial.excess());
    if (error <= content) {
      freedom.moveTo(trial.standing());
      // What is not believed is no place to search around: it undoes something else.
      if (confirmed.getAsBoolean()) {
        room.moved(freedom.instance());
        return true;
      }
      return false;
    }
    if (error < leastError) {
      leastError = error;
      best = trial.standing();
    }
    return false;
  }
}
