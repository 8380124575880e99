package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.NoPlace;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.sample.surface.StandingSurface;
import org.diorama.core.scene.Arrangement;

/** Side by side along a line over each ground, one ground after the other. */
final class RowPlaces implements GroupPlaces {
  /** What reaches beyond the line's end by less does so by rounding. Meters. */
  private static final double TOUCH = 1e-9;

  /** Least step past something in the way, meters. */
  private static final double LEAST_STEP = 0.001;

  private final Arrangement.Row row;
  private final List<Anchor> anchors;
  private int current;

  /** Where the next one starts, from the pattern's origin; NaN at the start of a line. */
  private double cursor = Double.NaN;

  RowPlaces(Arrangement.Row row, List<Anchor> anchors) {
    this.row = row;
    this.anchors = anchors;
  }

  @Override
  public Mobility mobility(Placed placed) {
    return Mobility.bound("place.row gives it its place beside the others");
  }

  @Override
  public Spots spots(PlaceRequest request) {
    double angle = Rotations.radians(request.number(row.direction()));
    Aabb box = request.body().box(-angle);
    Vec3 direction = Rotations.direction(angle, 0);
    return new Spots() {
      private final double before = cursor;
      private int attempt;
      private boolean blocked;
      private double end;

      @Override
      public Optional<Spot> next() {
        while (attempt < ATTEMPTS && current < anchors.size()) {
          Anchor anchor = anchors.get(current);
          double[] line = line(anchor, direction);
          double start = attempt > 0 ? cursor : start(line[0], request);
          double origin =
              row.spacing().isPresent()
                  ? start + request.number(row.spacing().get()) / 2
                  : start - box.min().x();
          end =
              row.spacing().isPresent()
                  ? start + request.number(row.spacing().get())
                  : origin + box.max().x();
          if (end <= line[1] + TOUCH) {
            attempt++;
            cursor = start + step(request, box);
            return Optional.of(anchor.spot(anchor.origin().plus(direction.times(origin))));
          }
          attempt = 0;
          current++;
          cursor = Double.NaN;
        }
        return Optional.empty();
      }

      /** What others keep it from is passed by; a place for someone smaller is left. */
      @Override
      public void refused(NoPlace why) {
        blocked |= why == NoPlace.OCCUPIED;
        if (attempt == ATTEMPTS && !blocked) {
          cursor = before;
        }
      }

      @Override
      public void taken() {
        cursor = end;
      }
    };
  }

  private double start(double lineStart, PlaceRequest request) {
    if (Double.isNaN(cursor)) {
      return lineStart;
    }
    return cursor + row.gap().map(request::number).orElse(0.0);
  }

  /** How far to go where something is in the way. */
  private double step(PlaceRequest request, Aabb box) {
    return row.spacing().map(request::number).orElse(Math.max(box.size().x() / 4, LEAST_STEP));
  }

  /** Start and end of the line, meters from the origin along the direction. */
  private static double[] line(Anchor anchor, Vec3 direction) {
    if (anchor.surface().isEmpty()) {
      return new double[] {0, Double.POSITIVE_INFINITY};
    }
    StandingSurface surface = anchor.surface().get();
    Aabb bounds = surface.extent().bounds();
    double center = bounds.center().minus(anchor.origin()).dot(direction);
    double reach =
        (Math.abs(direction.x()) * bounds.size().x() + Math.abs(direction.y()) * bounds.size().y())
            / 2;
    return new double[] {center - reach + surface.inset(), center + reach - surface.inset()};
  }
}
