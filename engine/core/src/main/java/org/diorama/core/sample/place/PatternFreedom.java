package org.diorama.core.sample.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diorama.core.random.DrawSite;
import org.diorama.core.sample.surface.Spot;

/** To points of a pattern that nobody has: each is a ground of its own, without coordinates. */
final class PatternFreedom extends Freedom {
  private final List<Spot> points;
  private final Map<DrawSite, Spot> taken;

  /**
   * @param points of the pattern
   * @param taken who of the group has which point; kept up to date
   */
  PatternFreedom(Placed placed, List<Spot> points, Map<DrawSite, Spot> taken) {
    super(placed);
    this.points = points;
    this.taken = taken;
    startAt(points.indexOf(placed.spot()));
  }

  @Override
  public Span span(int part, int coordinate) {
    return Span.NOTHING;
  }

  @Override
  boolean admits(int part, int coordinate, double value) {
    return false;
  }

  @Override
  Optional<Spot> spot(int part, List<Double> at) {
    Spot point = points.get(part);
    return taken.containsValue(point) && !point.equals(here().spot())
        ? Optional.empty()
        : Optional.of(point);
  }

  @Override
  public Optional<Standing> draw() {
    return standing((int) stream().uniformInt(0, points.size() - 1), List.of());
  }

  @Override
  public void moveTo(Standing standing) {
    super.moveTo(standing);
    taken.put(request().site(), standing.spot());
  }

  @Override
  boolean varies() {
    return points.size() > 1;
  }
}
