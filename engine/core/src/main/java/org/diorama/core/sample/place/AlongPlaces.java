package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.PathCurve;
import org.diorama.core.math.Rotations;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.DrawSite;
import org.diorama.core.random.RandomStream;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Placement;

/** On paths: bumper to bumper with gaps, or anywhere. */
final class AlongPlaces implements GroupPlaces {
  private final Placement.Along along;
  private final List<Lane> lanes;
  private final Map<DrawSite, LaneStop> stops = new LinkedHashMap<>();

  AlongPlaces(Placement.Along along, List<Lane> lanes) {
    this.along = along;
    this.lanes = lanes;
  }

  @Override
  public Spots spots(PlaceRequest request) {
    double offset = request.number(along.offset());
    Aabb box = request.body().box(0);
    return along
        .gap()
        .<Spots>map(gap -> new Queue(request, box, offset, request.number(gap)))
        .orElseGet(() -> new Anywhere(request, box, offset));
  }

  @Override
  public Mobility mobility(Placed placed) {
    LaneStop stop = stops.get(placed.request().site());
    Freedom freedom =
        along.gap().isPresent()
            ? new QueueFreedom(placed, along, stop)
            : new LaneFreedom(placed, along.offset(), lanes, stop);
    return freedom.varies()
        ? Mobility.of(freedom)
        : Mobility.bound("place.along leaves it no other place in its queue");
  }

  /** Number of a lane, by length. */
  static int lane(List<Lane> lanes, RandomStream stream) {
    double total = 0;
    for (Lane lane : lanes) {
      total += lane.curve().length();
    }
    double remaining = lanes.size() == 1 ? 0 : stream.uniform(0, total);
    int chosen = 0;
    while (chosen < lanes.size() - 1 && remaining >= lanes.get(chosen).curve().length()) {
      remaining -= lanes.get(chosen++).curve().length();
    }
    return chosen;
  }

  /** Where the whole body lies on a lane, if there is such a place: ways of its origin. */
  static Span ways(Lane lane, Aabb box) {
    double length = lane.curve().length();
    double first = lane.curve().closed() ? 0 : -box.min().x();
    double last = lane.curve().closed() ? length : length - box.max().x();
    return new Span(Math.min(first, last), Math.max(first, last));
  }

  static Spot spot(PlaceRequest request, PathCurve curve, double way, double offset) {
    Vec3 direction = curve.direction(way);
    Vec3 left = new Vec3(-direction.y(), direction.x(), 0);
    return new Spot(
        request.parent(),
        curve.point(way).plus(left.times(offset)),
        Rotations.azimuth(direction),
        Optional.empty(),
        Optional.of(new PathCurve.Position(curve, way)));
  }

  /** Places on lanes drawn by length. */
  private final class Anywhere implements Spots {
    private final PlaceRequest request;
    private final Aabb box;
    private final double offset;
    private int attempt;
    private LaneStop last;

    Anywhere(PlaceRequest request, Aabb box, double offset) {
      this.request = request;
      this.box = box;
      this.offset = offset;
    }

    @Override
    public Optional<Spot> next() {
      if (attempt++ == ATTEMPTS) {
        return Optional.empty();
      }
      Lane lane = lanes.get(lane(lanes, request.stream()));
      Span ways = ways(lane, box);
      last = new LaneStop(lane, box, request.stream().uniform(ways.min(), ways.max()));
      return Optional.of(spot(request, lane.curve(), last.way(), offset));
    }

    @Override
    public void taken() {
      stops.put(request.site(), last);
    }
  }

  /** The next places behind one another, on lanes in a drawn order. */
  private final class Queue implements Spots {
    private final PlaceRequest request;
    private final Aabb box;
    private final double offset;
    private final double gap;
    private final List<Lane> left = new ArrayList<>(lanes);
    private Lane lane;
    private double rear;
    private int attempt;

    Queue(PlaceRequest request, Aabb box, double offset, double gap) {
      this.request = request;
      this.box = box;
      this.offset = offset;
      this.gap = gap;
    }

    @Override
    public Optional<Spot> next() {
      while (lane != null || !left.isEmpty()) {
        if (lane == null) {
          int drawn = left.size() == 1 ? 0 : (int) request.stream().uniformInt(0, left.size() - 1);
          lane = left.remove(drawn);
          double start = lane.started() ? 0 : request.number(along.start());
          rear = lane.rear(start, gap);
          attempt = 0;
        } else {
          rear = Lane.past(rear, box.size().x());
        }
        if (attempt++ < ATTEMPTS && lane.hasRoom(rear, rear + box.size().x(), gap)) {
          return Optional.of(spot(request, lane.curve(), rear - box.min().x(), offset));
        }
        lane = null;
      }
      return Optional.empty();
    }

    @Override
    public void taken() {
      LaneStop stop = new LaneStop(lane, box, rear - box.min().x());
      lane.take(stop);
      stops.put(request.site(), stop);
    }
  }
}
