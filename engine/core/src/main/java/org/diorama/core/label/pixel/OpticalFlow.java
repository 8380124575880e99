package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.BitSet;
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
  private final byte[] states;
  private final byte[] kept;
  private final BitSet found = new BitSet();

  /**
   * @param camera of the frame
   * @param now what it shows at the label instant
   * @param then what it shows at the other one
   * @throws IllegalArgumentException where a view lacks the planes of depth and instances, or that
   *     of draws though instances are made of several
   */
  public OpticalFlow(
      SampledFrame frame,
      SampledCamera camera,
      RenderedView now,
      RenderedView then,
      FrameInstant instant) {
    width = now.width();
    height = now.height();
    pinhole = camera.pinhole();
    depth = ViewPixels.floats(now, Channel.DEPTH);
    runs = new ThingRuns(frame, now);
    thenFromNow = new DrawTable<>(frame, node -> motion(node, camera, instant));
    rays = new RowRays(pinhole);
    planar = new float[width];
    right = new float[width];
    down = new float[width];
    planarThen = new float[width];
    sight = new SightThen(frame, then);
    states = new byte[width];
    kept = new byte[width * now.height()];
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

  /**
   * Two channels: pixels rightwards and downwards; 0 where there is no surface, and where it comes
   * to lie behind the camera.
   */
  public PixelRows rows() {
    return (y, row) -> {
      find(y);
      interleave(right, down, planarThen, row);
    };
  }

  private static void interleave(float[] right, float[] down, float[] planar, float[] row) {
    for (int x = 0; x < planar.length; x++) {
      boolean ahead = planar[x] > 0;
      row[2 * x] = ahead ? right[x] : 0;
      row[2 * x + 1] = ahead ? down[x] : 0;
    }
  }

  /**
   * What becomes of the surfaces of a row. That is found beside its flow, and kept.
   *
   * @param states the first elements, one a pixel, become ordinals of {@link FlowState}
   */
  public void states(int y, byte[] states) {
    if (!found.get(y)) {
      find(y);
    }
    System.arraycopy(kept, y * width, states, 0, width);
  }

  private void find(int y) {
    move(y);
    int row = y * width;
    sight.read(y, right, down, planarThen);
    for (int run = 0; run < runs.count(); run++) {
      int id = runs.instanceId(run);
      int draw = runs.draw(run);
      int start = runs.start(run);
      int end = runs.end(run);
      if (thenFromNow.get(id, draw) == null) {
        Arrays.fill(kept, row + start, row + end, (byte) FlowState.NONE.ordinal());
      } else {
        sight.look(start, end, id, draw, states);
        System.arraycopy(states, start, kept, row + start, end - start);
      }
    }
    found.set(y);
  }

  /** Finds by how much each pixel of a row moves, and its planar z then. */
  private void move(int y) {
    depth.get(y * width, planar, 0, width);
    runs.read(y);
    for (int run = 0; run < runs.count(); run++) {
      Affine3 motion = thenFromNow.get(runs.instanceId(run), runs.draw(run));
      int start = runs.start(run);
      int end = runs.end(run);
      if (motion == null || motion == Affine3.IDENTITY) {
        Arrays.fill(right, start, end, 0);
        Arrays.fill(down, start, end, 0);
        System.arraycopy(planar, start, planarThen, start, end - start);
      } else {
        rays.map(motion, y, planar, start, end, right, down, planarThen);
        project(
            (float) pinhole.focalX(),
            (float) pinhole.focalY(),
            rays.across(),
            (float) rays.down(y),
            start,
            end,
            right,
            down,
            planarThen);
      }
    }
  }

  /** Makes of points in the camera's frame by how many pixels they lie off their pixels' rays. */
  private static void project(
      float focalX,
      float focalY,
      float[] across,
      float down,
      int start,
      int end,
      float[] xs,
      float[] ys,
      float[] zs) {
    for (int x = start; x < end; x++) {
      float inverse = 1 / zs[x];
      xs[x] = focalX * (xs[x] * inverse - across[x]);
      ys[x] = focalY * (ys[x] * inverse - down);
    }
  }
}
