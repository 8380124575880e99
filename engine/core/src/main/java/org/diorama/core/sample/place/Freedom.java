package org.diorama.core.sample.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.draw.Attempts;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.sample.surface.Spot;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Scope;

/**
 * How an instance may be moved without leaving what its author allowed: to places with coordinates
 * that its placement may draw. What it draws is a function of scene, frame and instance, like every
 * draw, and is not logged: a search is not what was drawn.
 */
public abstract class Freedom {
  /** Samples of a coordinate between which a crossing is looked for. */
  private static final int SAMPLES = 8;

  private static final int HALVINGS = 24;

  private final Placed placed;
  private final Attempts attempts;
  private final RandomStream stream;
  private Standing here;

  Freedom(Placed placed) {
    this.placed = placed;
    PlaceRequest request = placed.request();
    this.attempts = new Attempts(request.draws().unrecorded(), Scope.INSTANCE);
    this.stream =
        request.draws().stream(
            StreamPath.of(request.object().path() + ".targets"), Scope.INSTANCE, request.site());
  }

  /** To be called once, by the constructor. */
  final void startAt(int part, Double... at) {
    here = new Standing(part, List.of(at), placed.spot());
  }

  /** Values that a coordinate may have on a ground; not all between need be allowed. */
  public abstract Span span(int part, int coordinate);

  /** Whether a coordinate may have a value, the others aside. */
  abstract boolean admits(int part, int coordinate, double value);

  /** Where coordinates lie; empty where that is no place. */
  abstract Optional<Spot> spot(int part, List<Double> at);

  /** A place with the next draws of the placement; empty where they give none. */
  public abstract Optional<Standing> draw();

  /** Whether there is any other place. */
  boolean varies() {
    for (int coordinate = 0; coordinate < here.at().size(); coordinate++) {
      if (span(here.part(), coordinate).length() > 0) {
        return true;
      }
    }
    return false;
  }

  public final Instance instance() {
    return placed.instance();
  }

  /** Where it stands now. */
  public final Standing here() {
    return here;
  }

  /** Moves the instance; its room is told separately. */
  public void moveTo(Standing standing) {
    here = standing;
    instance().moveTo(standing.spot().frameFromAxes(placed.request().body()));
    standing
        .spot()
        .along()
        .ifPresent(from -> instance().moveBy(instance().motion().startingAt(from)));
  }

  /** Another place that differs in one coordinate; empty where the placement doesn't allow it. */
  public final Optional<Standing> with(Standing from, int coordinate, double value) {
    List<Double> at = new ArrayList<>(from.at());
    at.set(coordinate, value);
    return standing(from.part(), at);
  }

  /** The place halfway between two others, where the placement allows it. */
  public final Optional<Standing> between(Standing one, Standing other) {
    if (one.part() != other.part()) {
      return Optional.empty();
    }
    List<Double> middle = new ArrayList<>();
    for (int i = 0; i < one.at().size(); i++) {
      middle.add((one.at().get(i) + other.at().get(i)) / 2);
    }
    return standing(one.part(), middle);
  }

  /**
   * A place near another: every coordinate changes by a normal deviate.
   *
   * @param share standard deviation in shares of what the coordinates span
   */
  public final Optional<Standing> near(Standing from, double share) {
    List<Double> at = new ArrayList<>();
    for (int i = 0; i < from.at().size(); i++) {
      double step = span(from.part(), i).length() * share;
      at.add(step == 0 ? from.at().get(i) : from.at().get(i) + step * stream.gaussian());
    }
    return standing(from.part(), at);
  }

  /**
   * Places that differ from another in one coordinate and lie, seen from above, on the line from
   * one point of the world to another.
   */
  public final List<Standing> crossings(Standing from, int coordinate, Vec3 start, Vec3 end) {
    Span span = span(from.part(), coordinate);
    List<Standing> crossings = new ArrayList<>();
    double before = span.min();
    double sideBefore = side(from, coordinate, before, start, end);
    for (int i = 1; i <= SAMPLES && span.length() > 0; i++) {
      double value = span.min() + span.length() * i / SAMPLES;
      double side = side(from, coordinate, value, start, end);
      if (side * sideBefore <= 0 && side != sideBefore) {
        double low = before;
        double high = value;
        for (int k = 0; k < HALVINGS; k++) {
          double middle = (low + high) / 2;
          boolean same = side(from, coordinate, middle, start, end) * sideBefore > 0;
          low = same ? middle : low;
          high = same ? high : middle;
        }
        with(from, coordinate, (low + high) / 2)
            .filter(place -> isBetween(place, start, end))
            .ifPresent(crossings::add);
      }
      before = value;
      sideBefore = side;
    }
    return crossings;
  }

  /** How far it goes, in meters of the world, for a small step of a coordinate, by its length. */
  public final double speed(Standing from, int coordinate) {
    Span span = span(from.part(), coordinate);
    double step = span.length() / 1024;
    double value = from.at().get(coordinate);
    double other = value + step <= span.max() ? value + step : value - step;
    Optional<Vec3> there = position(from, coordinate, other);
    Optional<Vec3> here = position(from, coordinate, value);
    return there.isPresent() && here.isPresent() && step > 0
        ? there.get().minus(here.get()).length() / step
        : 0;
  }

  /** NaN where there is no place. */
  private double side(Standing from, int coordinate, double value, Vec3 start, Vec3 end) {
    Vec3 way = end.minus(start);
    return position(from, coordinate, value)
        .map(point -> point.minus(start))
        .map(offset -> way.x() * offset.y() - way.y() * offset.x())
        .orElse(Double.NaN);
  }

  private boolean isBetween(Standing place, Vec3 start, Vec3 end) {
    Vec3 way = end.minus(start);
    Vec3 level = new Vec3(way.x(), way.y(), 0);
    double share = world(place.spot()).minus(start).dot(level) / level.dot(level);
    return share > 0 && share < 1;
  }

  /** In the world, whether the placement allows the value or not. */
  private Optional<Vec3> position(Standing from, int coordinate, double value) {
    List<Double> at = new ArrayList<>(from.at());
    at.set(coordinate, value);
    return spot(from.part(), at).map(this::world);
  }

  private Vec3 world(Spot spot) {
    Affine3 worldFromFrame = spot.frame().map(Instance::worldFromAxes).orElse(Affine3.IDENTITY);
    return worldFromFrame.transformPoint(spot.rest());
  }

  final Optional<Standing> standing(int part, List<Double> at) {
    for (int i = 0; i < at.size(); i++) {
      boolean stays = part == here.part() && at.get(i).equals(here.at().get(i));
      if (!stays && !admits(part, i, at.get(i))) {
        return Optional.empty();
      }
    }
    return spot(part, at)
        .filter(
            spot ->
                spot.surface()
                    .flatMap(surface -> surface.refuses(spot, placed.request().body()))
                    .isEmpty())
        .map(spot -> new Standing(part, at, spot));
  }

  final PlaceRequest request() {
    return placed.request();
  }

  /** Of the instance's own stream for searches. */
  final RandomStream stream() {
    return stream;
  }

  /** Forgets the values of {@link #number}. */
  final void again() {
    attempts.again();
  }

  /** What the parameter gives this time. */
  final double number(Parameter<Double> parameter) {
    return attempts.number(parameter, request().site());
  }

  final Attempts attempts() {
    return attempts;
  }

  /** Values of a coordinate with a distribution of its own. */
  final Span span(Parameter<Double> parameter, double now) {
    return attempts.varies(parameter) ? Support.span(parameter.distribution()) : Span.only(now);
  }

  final boolean admits(Parameter<Double> parameter, double value) {
    return attempts.varies(parameter) && Support.admits(parameter.distribution(), value);
  }
}
