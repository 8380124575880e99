package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.PathCurve;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Parameter;

/** Along lanes that have no queue, and to their sides: a part is a lane. */
final class LaneFreedom extends Freedom {
  private final Parameter<Double> offset;
  private final List<Lane> lanes;
  private final LaneStop stop;

  LaneFreedom(Placed placed, Parameter<Double> offset, List<Lane> lanes, LaneStop stop) {
    super(placed);
    this.offset = offset;
    this.lanes = lanes;
    this.stop = stop;
    startAt(lanes.indexOf(stop.lane()), stop.way(), placed.request().number(offset));
  }

  @Override
  public Span span(int part, int coordinate) {
    return coordinate == 0
        ? AlongPlaces.ways(lanes.get(part), stop.box())
        : span(offset, here().at().get(1));
  }

  @Override
  boolean admits(int part, int coordinate, double value) {
    return coordinate == 0
        ? span(part, 0).holds(value)
        : value == here().at().get(1) || admits(offset, value);
  }

  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    PathCurve curve = lanes.get(part).curve();
    return Optional.of(AlongPlaces.spot(request(), curve, at.get(0), at.get(1)));
  }

  @Override
  public Optional<Standing> draw() {
    again();
    int lane = AlongPlaces.lane(lanes, stream());
    Span ways = span(lane, 0);
    double side = attempts().varies(offset) ? number(offset) : here().at().get(1);
    return standing(lane, List.of(stream().uniform(ways.min(), ways.max()), side));
  }
}
