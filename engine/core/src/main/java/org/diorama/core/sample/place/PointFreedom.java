package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Parameter;

/** To other draws of a distribution of points, which have no coordinates to move along. */
final class PointFreedom extends Freedom {
  private final Parameter<Vec3> point;

  PointFreedom(Placed placed, Parameter<Vec3> point) {
    super(placed);
    this.point = point;
    startAt(0);
  }

  @Override
  public Span span(int part, int coordinate) {
    return Span.NOTHING;
  }

  @Override
  boolean admits(int part, int coordinate, double value) {
    return false;
  }

  /** Where it is now: no other place has a name. */
  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    return Optional.of(here().spot());
  }

  @Override
  public Optional<Standing> draw() {
    again();
    Vec3 drawn = attempts().value(point, request().site());
    return Optional.of(new Standing(0, List.of(), new Spot(here().spot().frame(), drawn)));
  }

  @Override
  boolean varies() {
    return attempts().varies(point);
  }
}
