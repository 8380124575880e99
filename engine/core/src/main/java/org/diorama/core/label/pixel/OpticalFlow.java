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
  private final int[] things;
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
   * @param now what the camera shows at the label instant
   * @param camera of the frame
   * @param then what it shows at the other one
   * @param buffers that others may use, too
   * @throws IllegalArgumentException where a view lacks the planes of depth and instances, or that
   *     of draws though instances are made of several
   */
  public OpticalFlow(
      ThingRuns now,
      SampledCamera camera,
      RenderedView then,
      FrameInstant instant,
      FlowBuffers buffers) {
    width = now.view().width();
    height = now.view().height();
    pinhole = camera.pinhole();
    depth = ViewPixels.floats(now.view(), Channel.DEPTH);
    runs = now;
    Affine3 still = motion(camera, instant);
    thenFromNow = new DrawTable<>(now.frame(), node -> motion(node, camera, instant, still));
    rays = new RowRays(pinhole);
    planar = new float[width];
    right = new float[width];
    down = new float[width];
    planarThen = new float[width];
    things = new int[width];
    sight = new SightThen(now.frame(), then, buffers, right, down, planarThen);
    this.instant = instant;
    this.buffers = buffers;
    found = new byte[width];
    steps =
        List.of(
            this::move,
            sight::find,
            y -> sight.gather(),
            y -> sight.look(y, things, found),
            this::leaveOut,
            y -> kept().put(y, found));
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

  /** Finds by how much each pixel of a row moves, and its planar z then. */
  private void move(int y) {
    depth.get(y * width, planar, 0, width);
    int behind = runs.first(y + 1);
    int start = 0;
    for (int run = runs.first(y); run < behind; ) {
      Affine3 motion = motion(run);
      int from = start;
      do {
        int end = runs.end(run);
        // What has no place is nowhere, so that nothing is looked for.
        Arrays.fill(things, start, end, motion == null ? 0 : runs.thing(run));
        start = end;
        run++;
      } while (run < behind && motion(run) == motion);
      if (isStill(motion)) {
        System.arraycopy(planar, from, planarThen, from, start - from);
      } else {
        rays.map(motion, y, planar, from, start, right, down, planarThen);
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
    keepStill(y);
  }

  private void keepStill(int y) {
    int start = 0;
    for (int run = runs.first(y); run < runs.first(y + 1); run++) {
      int end = runs.end(run);
      if (isStill(motion(run))) {
        Arrays.fill(right, start, end, 0);
        Arrays.fill(down, start, end, 0);
      }
      start = end;
    }
  }

  private void leaveOut(int y) {
    int start = 0;
    for (int run = runs.first(y); run < runs.first(y + 1); run++) {
      int end = runs.end(run);
      if (motion(run) == null) {
        Arrays.fill(found, start, end, (byte) FlowState.NONE.ordinal());
      }
      start = end;
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
