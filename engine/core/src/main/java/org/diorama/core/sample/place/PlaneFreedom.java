package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Parameter;

/** Along the axes of the frame it stands in, at its height. */
final class PlaneFreedom extends Freedom {
  private final Parameter<Double> x;
  private final Parameter<Double> y;

  PlaneFreedom(Placed placed, Parameter<Double> x, Parameter<Double> y) {
    super(placed);
    this.x = x;
    this.y = y;
    startAt(0, placed.spot().rest().x(), placed.spot().rest().y());
  }

  @Override
  public Span span(int part, int coordinate) {
    return span(coordinate == 0 ? x : y, here().at().get(coordinate));
  }

  @Override
  boolean admits(int part, int coordinate, double value) {
    return admits(coordinate == 0 ? x : y, value);
  }

  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    Spot now = here().spot();
    return Optional.of(new Spot(now.frame(), new Vec3(at.get(0), at.get(1), now.rest().z())));
  }

  @Override
  public Optional<Standing> draw() {
    again();
    return standing(0, List.of(number(x), number(y)));
  }

  /** A choice of single values leaves draws, too. */
  @Override
  boolean varies() {
    return attempts().varies(x) || attempts().varies(y);
  }
}
