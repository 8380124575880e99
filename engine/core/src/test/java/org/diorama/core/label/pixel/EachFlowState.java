package org.diorama.core.label.pixel;

import java.util.function.DoubleUnaryOperator;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.SampledNode;

/**
 * What becomes of one pixel's surface at the next step, worked out for itself in doubles: it is
 * seen where a pixel shows its thing as far away, or one beside does and what lies between,
 * continued as a plane of inverse depth, is no nearer.
 */
final class EachFlowState {
  private static final double NEAR = 1 - 1e-3;

  private final PinholeCamera lens;
  private final CubeScene scene;
  private final RenderedView now;
  private final RenderedView then;

  EachFlowState(CubeScene scene, RenderedView now, RenderedView then) {
    this.scene = scene;
    this.now = now;
    this.then = then;
    lens = scene.camera().pinhole();
  }

  private static int thing(RenderedView view, int x, int y) {
    int pixel = 2 * (y * view.width() + x);
    return view.plane(Channel.INSTANCE).getShort(pixel) * 1000
        + view.plane(Channel.DRAW).getShort(pixel);
  }

  private static double depth(RenderedView view, int x, int y) {
    return view.plane(Channel.DEPTH).getFloat(4 * (y * view.width() + x));
  }

  private Vec3 point(int x, int y) {
    SampledNode node = scene.see(x + 0.5, y + 0.5, FrameInstant.LABEL).node();
    Affine3 moved =
        node.worldFromObject()
            .at(FrameInstant.NEXT_STEP)
            .times(node.worldFromObject().atLabelInstant().inverse());
    Affine3 eye = scene.camera().worldFromCamera().at(FrameInstant.NEXT_STEP);
    return eye.inverseTimes(moved)
        .transformPoint(lens.direction(x + 0.5, y + 0.5).times(depth(now, x, y)));
  }

  /** Whether rounding decides nothing: the point is not at a border of pixels, nor of depths. */
  boolean isSure(int x, int y) {
    Vec3 point = point(x, y);
    DoubleUnaryOperator off = u -> Math.abs(2 * u - Math.rint(2 * u));
    return point.z() <= 0
        || off.applyAsDouble(lens.projectX(point)) > 1e-3
            && off.applyAsDouble(lens.projectY(point)) > 1e-3;
  }

  FlowState of(int x, int y) {
    Vec3 point = point(x, y);
    double u = lens.projectX(point);
    double v = lens.projectY(point);
    if (point.z() <= 0 || u < 0 || v < 0 || u >= then.width() || v >= then.height()) {
      return FlowState.OUTSIDE;
    }
    int thing = thing(now, x, y);
    int column = (int) u;
    int row = (int) v;
    double limit = point.z() * NEAR;
    if (thing(then, column, row) == thing) {
      boolean isShown = depth(then, column, row) >= limit || isBeside(u, v, thing, limit);
      return isShown ? FlowState.VISIBLE : FlowState.HIDDEN;
    }
    return isBeside(u, v, thing, 0) && !isHidden(column, row, u, v, limit)
        ? FlowState.VISIBLE
        : FlowState.HIDDEN;
  }

  /** One of those pixels does whose centers lie less than one off, both ways. */
  private boolean isBeside(double u, double v, int thing, double least) {
    for (int pixel = 0; pixel < then.width() * then.height(); pixel++) {
      int x = pixel % then.width();
      int y = pixel / then.width();
      if (Math.abs(x + 0.5 - u) < 1
          && Math.abs(y + 0.5 - v) < 1
          && thing(then, x, y) == thing
          && depth(then, x, y) >= least) {
        return true;
      }
    }
    return false;
  }

  private boolean isHidden(int x, int y, double u, double v, double limit) {
    double z = depth(then, x, y);
    return z > 0
        && (1 / z + slope(x, y, 1, 0, u - x - 0.5) + slope(x, y, 0, 1, v - y - 0.5)) * limit > 1;
  }

  private double slope(int x, int y, int stepX, int stepY, double by) {
    double before = change(x, y, -stepX, -stepY, -by);
    double after = change(x, y, stepX, stepY, by);
    double least = Math.min(before, after);
    return least == Double.POSITIVE_INFINITY ? 0 : least;
  }

  private double change(int x, int y, int stepX, int stepY, double by) {
    int column = x + stepX;
    int row = y + stepY;
    boolean isIn = column >= 0 && row >= 0 && column < then.width() && row < then.height();
    return isIn && thing(then, column, row) == thing(then, x, y)
        ? by * (1 / depth(then, column, row) - 1 / depth(then, x, y))
        : Double.POSITIVE_INFINITY;
  }
}
