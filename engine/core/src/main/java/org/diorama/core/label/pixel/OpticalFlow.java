package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;

/**
 * Where each pixel's surface lies in the image of another step: the point that the pixel's center
 * shows moves with its instance, and the camera moves, too. It belongs to one thread at a time and
 * is valid as long as the planes.
 *
 * <p>Where nothing is seen there is no flow, nor where an id belongs to no instance: what the rules
 * drop is void. Nor has an instance any that is made of objects which move differently.
 */
public final class OpticalFlow {
  /**
   * How much nearer than the point, relatively, the surface in its place may be and still be the
   * same: rounding of two depth planes, and the bend of a surface within a pixel.
   */
  private static final double NEARER = 1e-3;

  /** Parts of the unit, and of a meter, by which equal motions may differ by rounding. */
  private static final double ALIKE = 1e-9;

  private final RenderedView now;
  private final RenderedView then;
  private final PinholeCamera pinhole;
  private final FloatBuffer depth;
  private final ShortBuffer ids;
  private final FloatBuffer depthThen;
  private final ShortBuffer idsThen;
  private final Map<Integer, Affine3> thenFromNow = new HashMap<>();
  private double u;
  private double v;
  private double z;
  private int id;

  /**
   * @param camera of the frame
   * @param now what it shows at the label instant
   * @param then what it shows at the other one
   */
  public OpticalFlow(
      SampledFrame frame,
      SampledCamera camera,
      RenderedView now,
      RenderedView then,
      FrameInstant instant) {
    this.now = now;
    this.then = then;
    this.pinhole = camera.pinhole();
    depth = ViewPixels.floats(now, Channel.DEPTH);
    ids = ViewPixels.ids(now);
    depthThen = ViewPixels.floats(then, Channel.DEPTH);
    idsThen = ViewPixels.ids(then);
    Set<Integer> split = new HashSet<>();
    for (SampledNode node : frame.nodes()) {
      Affine3 motion = motion(node, camera, instant);
      Affine3 other = thenFromNow.putIfAbsent(node.instanceId(), motion);
      if (other != null && !areAlike(motion, other)) {
        split.add(node.instanceId());
      }
    }
    thenFromNow.keySet().removeAll(split);
  }

  /** Maps points of the camera's frame now to where they are in its frame then. */
  private static Affine3 motion(SampledNode node, SampledCamera camera, FrameInstant instant) {
    MotionStates object = node.worldFromObject();
    Affine3 cameraNow = camera.worldFromCamera().atLabelInstant();
    Affine3 cameraThen = camera.worldFromCamera().at(instant);
    Affine3 objectNow = object.atLabelInstant();
    Affine3 objectThen = object.at(instant);
    if (objectNow.equals(objectThen)) {
      // What does not move at all has no flow at all.
      return cameraNow.equals(cameraThen) ? Affine3.IDENTITY : cameraThen.inverseTimes(cameraNow);
    }
    return cameraThen.inverseTimes(objectThen).times(cameraNow.inverseTimes(objectNow).inverse());
  }

  private static boolean areAlike(Affine3 one, Affine3 other) {
    double[] a = one.toRows();
    double[] b = other.toRows();
    return IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) < ALIKE);
  }

  /**
   * Two channels: pixels rightwards and downwards; 0 where there is no surface, and where it comes
   * to lie behind the camera.
   */
  public PixelRows rows() {
    return (y, row) -> {
      for (int x = 0; x < now.width(); x++) {
        boolean moves = move(x, y) && z > 0;
        row[2 * x] = moves ? (float) (u - (x + 0.5)) : 0;
        row[2 * x + 1] = moves ? (float) (v - (y + 0.5)) : 0;
      }
    };
  }

  /** What becomes of a pixel's surface. */
  public FlowState state(int x, int y) {
    if (!move(x, y)) {
      return FlowState.NONE;
    }
    if (!(z > 0 && u >= 0 && v >= 0 && u < then.width() && v < then.height())) {
      return FlowState.OUTSIDE;
    }
    boolean same = id == id((int) v * then.width() + (int) u);
    return same && isSeen() ? FlowState.VISIBLE : FlowState.HIDDEN;
  }

  /**
   * Whether one of the four pixels whose centers are around the point shows its instance, and not
   * nearer than the point: of a surface that passes through it, one of them lies beyond.
   */
  private boolean isSeen() {
    int left = (int) Math.floor(u - 0.5);
    int top = (int) Math.floor(v - 0.5);
    for (int y = Math.max(0, top); y <= Math.min(then.height() - 1, top + 1); y++) {
      for (int x = Math.max(0, left); x <= Math.min(then.width() - 1, left + 1); x++) {
        int pixel = y * then.width() + x;
        if (id(pixel) == id && depthThen.get(pixel) >= z * (1 - NEARER)) {
          return true;
        }
      }
    }
    return false;
  }

  private int id(int pixel) {
    return Short.toUnsignedInt(idsThen.get(pixel));
  }

  /** Finds where a pixel's surface lies then; false where there is none. */
  private boolean move(int x, int y) {
    int pixel = y * now.width() + x;
    float planar = depth.get(pixel);
    id = Short.toUnsignedInt(ids.get(pixel));
    Affine3 motion = thenFromNow.get(id);
    if (!(planar > 0) || motion == null) {
      return false;
    }
    if (motion == Affine3.IDENTITY) {
      u = x + 0.5;
      v = y + 0.5;
      z = planar;
      return true;
    }
    Vec3 moved = motion.transformPoint(pinhole.direction(x + 0.5, y + 0.5).times(planar));
    z = moved.z();
    if (z > 0) {
      u = pinhole.projectX(moved);
      v = pinhole.projectY(moved);
    }
    return true;
  }
}
