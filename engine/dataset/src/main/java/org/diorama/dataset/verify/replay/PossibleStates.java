package org.diorama.dataset.verify.replay;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.label.pixel.FlowState;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.PossibleSights;
import org.diorama.core.render.PossibleSights.Sight;
import org.diorama.core.render.ViewGeometry;

/**
 * What may become of the surface that a pixel shows, by exact rays. A state is read off the pixels
 * around the place where the surface comes to lie in another step: those may show what rays within
 * 0.01 pixels of their centers meet, at depths within 1e-5, and only where that leaves two states
 * open may two renderers find both.
 *
 * <p>The rule itself is stated anew here, with bounds for numbers: in the pixel that the place lies
 * in, the thing is seen where that pixel shows it no nearer, or one of the four pixels does whose
 * centers are around the place; where it shows another thing, the thing is seen if one of the four
 * shows it, and the other thing's plane, continued to the place, is not nearer.
 */
final class PossibleStates {
  /** What is nearer than this part of the point's depth hides it. */
  private static final double FARTHEST = 1 - 1e-3;

  /** Relative, of what renderers show. */
  private static final double DEPTH = 1e-5;

  /** Part of its terms that a sum in single precision may be off by. */
  private static final double SINGLE = 1e-6;

  private final PossibleSights now;
  private final PossibleSights then;
  private final PinholeCamera camera;

  PossibleStates(PossibleSights now, PossibleSights then) {
    this.now = now;
    this.then = then;
    camera = then.geometry().view().camera();
  }

  /**
   * Finds those of a pixel's surface.
   *
   * @param depth planar z of what the pixel shows
   * @param right by how many pixels its flow leads rightwards; likewise {@code down}
   */
  Set<FlowState> of(int x, int y, int instanceId, Span depth, float right, float down) {
    Set<FlowState> states = EnumSet.noneOf(FlowState.class);
    for (Sight sight : now.of(x, y)) {
      if (sight.draw() != PossibleSights.NOTHING
          && now.geometry().draws().get(sight.draw()).instanceId() == instanceId
          && depths(sight).overlaps(depth)) {
        Span z = depthThen(x, y, sight.draw(), depths(sight).intersection(depth));
        states.addAll(of(sight.draw(), x + 0.5f + right, y + 0.5f + down, z));
      }
    }
    return states;
  }

  private static Span depths(Sight sight) {
    return new Span(sight.least(), sight.greatest()).open(DEPTH);
  }

  private Span depthThen(int x, int y, int draw, Span depth) {
    Affine3 motion = motion(draw);
    Vec3 ray = now.geometry().view().camera().direction(x + 0.5, y + 0.5);
    Span z = null;
    for (double each : new double[] {depth.least(), depth.greatest()}) {
      Vec3 point = ray.times(each);
      double terms =
          Math.abs(motion.m20() * point.x())
              + Math.abs(motion.m21() * point.y())
              + Math.abs(motion.m22() * point.z())
              + Math.abs(motion.m23());
      double at = motion.transformPoint(point).z();
      Span one = new Span(at - SINGLE * terms, at + SINGLE * terms);
      z = z == null ? one : z.union(one);
    }
    return z;
  }

  /** From the camera's frame now to that then. */
  private Affine3 motion(int draw) {
    return viewFromObject(then, draw).times(viewFromObject(now, draw).inverse());
  }

  private static Affine3 viewFromObject(PossibleSights sights, int draw) {
    ViewGeometry geometry = sights.geometry();
    return geometry.surface(draw).sceneFromObject();
  }

  /** Of a point of a draw at a place, to what single precision rounds that. */
  private Set<FlowState> of(int draw, float u, float v, Span z) {
    Set<FlowState> states = EnumSet.noneOf(FlowState.class);
    if (z.least() <= 0) {
      states.add(FlowState.OUTSIDE);
    }
    if (z.greatest() > 0) {
      Span ahead = new Span(Math.max(z.least(), Float.MIN_VALUE), z.greatest());
      for (int corner = 0; corner < 4; corner++) {
        double atU = u + (corner % 2 == 0 ? -1 : 1) * (double) Math.ulp(u);
        double atV = v + (corner / 2 == 0 ? -1 : 1) * (double) Math.ulp(v);
        states.addAll(new Place(draw, atU, atV, ahead.times(FARTHEST)).states());
      }
    }
    return states;
  }

  /**
   * A place that a point comes to lie at.
   *
   * @param limit what is nearer hides it
   */
  private final class Place {
    private final int draw;
    private final double u;
    private final double v;
    private final Span limit;
    private final int column;
    private final int row;

    Place(int draw, double u, double v, Span limit) {
      this.draw = draw;
      this.u = u;
      this.v = v;
      this.limit = limit;
      column = (int) Math.floor(u);
      row = (int) Math.floor(v);
    }

    Set<FlowState> states() {
      if (!isInside(column, row)) {
        return EnumSet.of(FlowState.OUTSIDE);
      }
      Set<FlowState> states = EnumSet.noneOf(FlowState.class);
      for (Sight sight : then.of(column, row)) {
        Truth seen =
            sight.draw() == draw
                ? depths(sight).isAtLeast(limit).or(isAround(sight, limit))
                : isAround(sight, Span.ZERO).and(isInFront(sight).not());
        if (seen != Truth.NO) {
          states.add(FlowState.VISIBLE);
        }
        if (seen != Truth.YES) {
          states.add(FlowState.HIDDEN);
        }
      }
      return states;
    }

    /** Whether one of the four pixels whose centers are around the place shows the draw. */
    private Truth isAround(Sight own, Span least) {
      int left = (int) Math.floor(u - 0.5);
      int top = (int) Math.floor(v - 0.5);
      Truth any = Truth.NO;
      for (int y = Math.max(0, top); y <= Math.min(top + 1, camera.height() - 1); y++) {
        for (int x = Math.max(0, left); x <= Math.min(left + 1, camera.width() - 1); x++) {
          any = any.or(isThere(x == column && y == row ? List.of(own) : then.of(x, y), least));
        }
      }
      return any;
    }

    private Truth isThere(List<Sight> sights, Span least) {
      boolean surely = true;
      boolean possibly = false;
      for (Sight sight : sights) {
        Truth there = sight.draw() == draw ? depths(sight).isAtLeast(least) : Truth.NO;
        surely &= there == Truth.YES;
        possibly |= there != Truth.NO;
      }
      return Truth.of(surely, possibly);
    }

    /** Whether the plane of what the pixel shows is nearer than the limit at the place. */
    private Truth isInFront(Sight own) {
      if (own.draw() == PossibleSights.NOTHING) {
        return Truth.NO;
      }
      Span inverse =
          depths(own)
              .inverse()
              .plus(change(own, 1, 0, u - column - 0.5))
              .plus(change(own, 0, 1, v - row - 0.5));
      return inverse.isAtLeast(limit.inverse());
    }

    /** By how much inverse depth changes off the pixel's center, by its neighbors of a draw. */
    private Span change(Sight own, int stepX, int stepY, double offset) {
      Span all = null;
      for (Optional<Span> one : changes(own, stepX, stepY, offset)) {
        for (Optional<Span> other : changes(own, -stepX, -stepY, -offset)) {
          Span least =
              one.isPresent() && other.isPresent()
                  ? one.get().min(other.get())
                  : one.or(() -> other).orElse(Span.ZERO);
          all = all == null ? least : all.union(least);
        }
      }
      return all;
    }

    /** Towards one neighbor; one of them for each surface that it may show. */
    private List<Optional<Span>> changes(Sight own, int stepX, int stepY, double offset) {
      int x = column + stepX;
      int y = row + stepY;
      List<Optional<Span>> changes = new ArrayList<>();
      if (!isInside(x, y)) {
        changes.add(Optional.empty());
        return changes;
      }
      for (Sight sight : then.of(x, y)) {
        changes.add(
            sight.draw() == own.draw()
                ? Optional.of(depths(sight).inverse().minus(depths(own).inverse()).times(offset))
                : Optional.empty());
      }
      return changes;
    }

    private boolean isInside(int x, int y) {
      return x >= 0 && y >= 0 && x < camera.width() && y < camera.height();
    }
  }
}
