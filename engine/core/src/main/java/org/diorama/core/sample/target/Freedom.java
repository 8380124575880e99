package org.diorama.core.sample.target;

import java.util.Optional;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;
import org.diorama.core.sample.draw.Attempts;
import org.diorama.core.sample.draw.DrawLog;
import org.diorama.core.sample.instance.Instance;
import org.diorama.core.scene.Parameter;
import org.diorama.core.scene.Placement;
import org.diorama.core.scene.Scope;
import org.diorama.core.scene.VectorParameter;

/**
 * How an instance may be moved without leaving what its author allowed: along the axes of its
 * parent's frame, to values that its placement may draw. Its candidates are a function of scene,
 * frame and instance, like every draw.
 */
final class Freedom {
  private final Instance instance;
  private final Parameter<Double> x;
  private final Parameter<Double> y;
  private final Attempts attempts;
  private final RandomStream stream;

  private Freedom(Instance instance, Parameter<Double> x, Parameter<Double> y, DrawLog log) {
    this.instance = instance;
    this.x = x;
    this.y = y;
    // Of a log of its own: a search is not what was drawn.
    this.attempts = new Attempts(log.unrecorded(), Scope.INSTANCE);
    this.stream =
        log.stream(
            StreamPath.of(instance.object().path() + ".targets"), Scope.INSTANCE, instance.site());
  }

  /** Empty where its place is fixed, or shared with other instances. */
  static Optional<Freedom> of(Instance instance, DrawLog log) {
    Placement placement = instance.object().placement();
    Optional<Freedom> freedom = Optional.empty();
    if (placement instanceof Placement.Area area) {
      freedom = Optional.of(new Freedom(instance, area.x(), area.y(), log));
    } else if (placement instanceof Placement.At at
        && at.position() instanceof VectorParameter.Axes axes) {
      freedom = Optional.of(new Freedom(instance, axes.x(), axes.y(), log));
    }
    return freedom.filter(Freedom::varies);
  }

  private boolean varies() {
    return attempts.varies(x) || attempts.varies(y);
  }

  /** A pose with the next draws of the placement. */
  Affine3 draw() {
    attempts.again();
    return at(attempts.number(x, instance.site()), attempts.number(y, instance.site()));
  }

  /**
   * A pose on a line of the parent's frame, seen from above: one coordinate is drawn, the other
   * follows. Empty where the placement doesn't allow that.
   *
   * @param least share of the way {@code from} one point {@code to} the other, exclusive
   * @param most share of the way, exclusive
   */
  Optional<Affine3> drawOnLine(Vec3 from, Vec3 to, double least, double most) {
    Vec3 drawn = draw().translation();
    Vec3 way = to.minus(from);
    double keepingY = (drawn.y() - from.y()) / way.y();
    double keepingX = (drawn.x() - from.x()) / way.x();
    Optional<Affine3> first =
        keepingY > least && keepingY < most
            ? allowed(from.x() + keepingY * way.x(), drawn.y())
            : Optional.empty();
    return first.isPresent() || !(keepingX > least && keepingX < most)
        ? first
        : allowed(drawn.x(), from.y() + keepingX * way.y());
  }

  /** The pose halfway between two others, where the placement allows it. */
  Optional<Affine3> between(Affine3 one, Affine3 other) {
    Vec3 middle = one.translation().plus(other.translation()).times(0.5);
    return allowed(middle.x(), middle.y());
  }

  /**
   * A pose near another: both coordinates change by a normal deviate.
   *
   * @param share standard deviation in shares of what the coordinates span
   */
  Optional<Affine3> near(Affine3 pose, double share) {
    Vec3 position = pose.translation();
    return allowed(moved(x, position.x(), share), moved(y, position.y(), share));
  }

  private double moved(Parameter<Double> parameter, double value, double share) {
    double step = Support.span(parameter) * share * stream.gaussian();
    return attempts.varies(parameter) ? value + step : value;
  }

  private Optional<Affine3> allowed(double newX, double newY) {
    Vec3 position = instance.parentFromAxes().translation();
    return allows(x, position.x(), newX) && allows(y, position.y(), newY)
        ? Optional.of(at(newX, newY))
        : Optional.empty();
  }

  /** What does not vary stays; what varies stays within what may be drawn. */
  private boolean allows(Parameter<Double> parameter, double now, double value) {
    return value == now
        || attempts.varies(parameter) && Support.admits(parameter.distribution(), value);
  }

  private Affine3 at(double newX, double newY) {
    Affine3 pose = instance.parentFromAxes();
    Vec3 position = pose.translation();
    return Affine3.translation(new Vec3(newX, newY, position.z()))
        .times(Affine3.translation(position.negate()).times(pose));
  }
}
