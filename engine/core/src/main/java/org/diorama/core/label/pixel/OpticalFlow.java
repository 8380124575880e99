package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.FrameInstant;
import org.diorama.core.sample.MotionStates;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
import org.diorama.core.sample.SampledNode;

/**
 * Where each pixel's surface lies in the image of another step: the point that the pixel's center
 * shows moves with the object that it lies on, and the camera moves, too. It belongs to one thread
 * at a time and is valid as long as the planes.
 *
 * <p>Where nothing is seen there is no flow, nor where an id belongs to no instance: what the rules
 * drop is void.
 */
public final class OpticalFlow {
  /** Meters, nearer than any surface. */
  private static final float LEAST = 1e-20f;

  private final int width;
  private final int height;
  private final PinholeCamera pinhole;
  private final FloatBuffer depth;
  private final ThingRuns runs;
  private final DrawTable<Affine3> thenFromNow;
  private final RowRays rays;
  private final float[] planar;
  private final float[] right;
  private final float[] down;
  private final float[] planarThen;
  private final SightThen sight;
  private final FrameInstant instant;
  private final FlowBuffers buffers;
  private final byte[] found;

  /**
   * What is done for a row, one after the other. In a list, since a compiler then sees to each by
   * itself: of all in one piece, it would do some pixel by pixel.
   */
  private final List<IntConsumer> steps;

  /**
   * @param camera of the frame
   * @param now what it shows at the label instant
   * @param then what it shows at the other one
   * @param buffers that others may use, too
   * @throws IllegalArgumentException where a view lacks the planes of depth and instances, or that
   *     of draws though instances are made of several
   */
  public OpticalFlow(
      SampledFrame frame,
      SampledCamera camera,
      RenderedView now,
      RenderedView then,
      FrameInstant instant,
      FlowBuffers buffers) {
    width = now.width();
    height = now.height();
    pinhole = camera.pinhole();
    depth = ViewPixels.floats(now, Channel.DEPTH);
    runs = new ThingRuns(frame, now);
    Affine3 still = motion(camera, instant);
    thenFromNow = new DrawTable<>(frame, node -> motion(node, camera, instant, still));
    rays = new RowRays(pinhole);
    planar = new float[width];
    right = new float[width];
    down = new float[width];
    planarThen = new float[width];
    sight = new SightThen(frame, then, buffers, right, down, planarThen);
    this.instant = instant;
    this.buffers = buffers;
    found = new byte[width];
    steps =
        List.of(
            this::move, sight::find, y -> sight.gather(), y -> look(), y -> kept().put(y, found));
  }

  /**
   * Maps points of the camera's frame now to where they are in its frame then.
   *
   * @param still what does so with what does not move in the world: one object, so that neighbors
   *     are known to move alike
   */
  private static Affine3 motion(
      SampledNode node, SampledCamera camera, FrameInstant instant, Affine3 still) {
    MotionStates object = node.worldFromObject();
    Affine3 objectNow = object.atLabelInstant();
    Affine3 objectThen = object.at(instant);
    return objectNow.equals(objectThen)
        ? still
        : camera
            .worldFromCamera()
            .at(instant)
            .inverseTimes(objectThen)
            .times(camera.worldFromCamera().atLabelInstant().inverseTimes(objectNow).inverse());
  }

  private static Affine3 motion(SampledCamera camera, FrameInstant instant) {
    Affine3 cameraNow = camera.worldFromCamera().atLabelInstant();
    Affine3 cameraThen = camera.worldFromCamera().at(instant);
    // What does not move at all has no flow at all.
    return cameraNow.equals(cameraThen) ? Affine3.IDENTITY : cameraThen.inverseTimes(cameraNow);
  }

  /**
   * Two channels: pixels rightwards and downwards; 0 where there is no surface, and where it comes
   * to lie behind the camera.
   */
  public PixelRows rows() {
    return (y, row) -> {
      find(y);
      interleave(right, down, row);
    };
  }

  private static void interleave(float[] right, float[] down, float[] row) {
    for (int x = 0; x < right.length; x++) {
      row[2 * x] = right[x];
      row[2 * x + 1] = down[x];
    }
  }

  /**
   * What becomes of the surfaces of a row. That is found beside its flow, and kept.
   *
   * @param states the first elements, one a pixel, become ordinals of {@link FlowState}
   */
  public void states(int y, byte[] states) {
    if (!kept().has(y)) {
      find(y);
    }
    kept().get(y, width, states);
  }

  private FlowBuffers.States kept() {
    return buffers.states(this, instant, width * height);
  }

  private void find(int y) {
    for (IntConsumer step : steps) {
      step.accept(y);
    }
  }

  private void look() {
    for (int run = 0; run < runs.count(); run++) {
      int start = runs.start(run);
      int end = runs.end(run);
      if (motion(run) == null) {
        Arrays.fill(found, start, end, (byte) FlowState.NONE.ordinal());
      } else {
        sight.look(start, end, runs.instanceId(run), runs.draw(run), found);
      }
    }
  }

  /** Finds by how much each pixel of a row moves, and its planar z then. */
  private void move(int y) {
    depth.get(y * width, planar, 0, width);
    runs.read(y);
    for (int run = 0; run < runs.count(); ) {
      Affine3 motion = motion(run);
      int start = runs.start(run);
      do {
        run++;
      } while (run < runs.count() && motion(run) == motion);
      int end = runs.end(run - 1);
      if (isStill(motion)) {
        System.arraycopy(planar, start, planarThen, start, end - start);
      } else {
        rays.map(motion, y, planar, start, end, right, down, planarThen);
      }
    }
    project(
        (float) pinhole.focalX(),
        (float) pinhole.focalY(),
        rays.across(),
        (float) rays.down(y),
        right,
        down,
        planarThen);
    for (int run = 0; run < runs.count(); run++) {
      if (isStill(motion(run))) {
        Arrays.fill(right, runs.start(run), runs.end(run), 0);
        Arrays.fill(down, runs.start(run), runs.end(run), 0);
      }
    }
  }

  /** Null where nothing is seen that has a place. */
  private Affine3 motion(int run) {
    return thenFromNow.get(runs.instanceId(run), runs.draw(run));
  }

  private static boolean isStill(Affine3 motion) {
    return motion == null || motion == Affine3.IDENTITY;
  }

  /**
   * Makes of points in the camera's frame by how many pixels they lie off their pixels' rays, and
   * nothing of those behind it. Without branches, so that a compiler does several at once.
   */
  private static void project(
      float focalX, float focalY, float[] across, float down, float[] xs, float[] ys, float[] zs) {
    for (int x = 0; x < xs.length; x++) {
      float isAhead = Math.min(1, Math.max(0, zs[x]) * (1 / LEAST));
      float inverse = 1 / Math.max(zs[x], LEAST);
      xs[x] = focalX * (xs[x] * inverse - across[x]) * isAhead + 0f;
      ys[x] = focalY * (ys[x] * inverse - down) * isAhead + 0f;
    }
  }
}
