package org.diorama.core.sample.place;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Vec3;
import org.diorama.core.sample.surface.Spot;

/** Over the floor of the container it lies in, on top of what lies below. */
final class InsideFreedom extends Freedom {
  private final Anchor interior;
  private final Function<Spot, Spot> lowered;

  /**
   * @param interior the container's
   * @param lowered puts what is on the floor upon what lies there
   */
  InsideFreedom(Placed placed, Anchor interior, Function<Spot, Spot> lowered) {
    super(placed);
    this.interior = interior;
    this.lowered = lowered;
    startAt(0, placed.spot().rest().x(), placed.spot().rest().y());
  }

  @Override
  public Span span(int part, int coordinate) {
    Aabb bounds = interior.surface().orElseThrow().extent().bounds();
    return new Span(bounds.min().component(coordinate), bounds.max().component(coordinate));
  }

  @Override
  boolean admits(int part, int coordinate, double value) {
    return true;
  }

  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    Vec3 floor = new Vec3(at.get(0), at.get(1), interior.origin().z());
    return Optional.of(lowered.apply(interior.spot(floor)));
  }

  @Override
  public Optional<Standing> draw() {
    Vec3 point = interior.surface().orElseThrow().extent().draw(stream());
    return standing(0, List.of(point.x(), point.y()));
  }
}
