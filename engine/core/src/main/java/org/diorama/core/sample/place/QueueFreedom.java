package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.PathCurve;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;

/**
 * Along its lane and to its sides, as far as the gaps before and behind it, or the way from the
 * path's start, remain ones that may be drawn.
 */
final class QueueFreedom extends Freedom {
  private final Placement.Along along;
  private final LaneStop stop;

  QueueFreedom(Placed placed, Placement.Along along, LaneStop stop) {
    super(placed);
    this.along = along;
    this.stop = stop;
    startAt(0, stop.way(), placed.request().number(along.offset()));
  }

  @Override
  public Span span(int part, int coordinate) {
    if (coordinate == 1) {
      return span(along.offset(), here().at().get(1));
    }
    List<LaneStop> queue = stop.lane().stops();
    int place = queue.indexOf(stop);
    double before = place == 0 ? 0 : queue.get(place - 1).front();
    Parameter<Double> rule = place == 0 ? along.start() : gap();
    Span behind = span(rule, stop.rear() - before);
    double min = before + behind.min() - stop.box().min().x();
    double max = before + behind.max() - stop.box().min().x();
    double end;
    if (place + 1 < queue.size()) {
      LaneStop next = queue.get(place + 1);
      Span ahead = span(gap(), next.rear() - stop.front());
      min = Math.max(min, next.rear() - ahead.max() - stop.box().max().x());
      end = next.rear() - ahead.min();
    } else if (stop.lane().curve().closed()) {
      Span ahead = Support.span(gap().distribution());
      end = queue.get(0).rear() + stop.lane().curve().length() - Math.max(0, ahead.min());
    } else {
      end = stop.lane().curve().length();
    }
    return new Span(min, Math.min(max, end - stop.box().max().x()));
  }

  /** A gap's own values may lie apart: it is asked for each. */
  @Override
  boolean admits(int part, int coordinate, double value) {
    if (coordinate == 1) {
      return value == here().at().get(1) || admits(along.offset(), value);
    }
    List<LaneStop> queue = stop.lane().stops();
    int place = queue.indexOf(stop);
    double rear = value + stop.box().min().x();
    double front = value + stop.box().max().x();
    boolean behind =
        place == 0
            ? admits(along.start(), rear)
            : admits(gap(), rear - queue.get(place - 1).front());
    boolean last = place + 1 == queue.size();
    return span(part, 0).holds(value)
        && behind
        && (last || admits(gap(), queue.get(place + 1).rear() - front));
  }

  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    PathCurve curve = stop.lane().curve();
    return Optional.of(AlongPlaces.spot(request(), curve, at.get(0), at.get(1)));
  }

  @Override
  public Optional<Standing> draw() {
    again();
    Span ways = span(0, 0);
    double way = ways.length() == 0 ? here().at().get(0) : stream().uniform(ways.min(), ways.max());
    double side = attempts().varies(along.offset()) ? number(along.offset()) : here().at().get(1);
    return standing(0, List.of(way, side));
  }

  @Override
  public void moveTo(Standing standing) {
    super.moveTo(standing);
    stop.moveTo(standing.at().get(0));
  }

  private Parameter<Double> gap() {
    return along.gap().orElseThrow();
  }
}
