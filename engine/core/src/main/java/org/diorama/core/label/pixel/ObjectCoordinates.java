package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledNode;

/**
 * Where in its asset's bounds each pixel's surface lies: normalized object coordinates, after Wang
 * et al., Normalized Object Coordinate Space for Category-Level 6D Object Pose and Size Estimation
 * (2019), but each axis by its own extent, so that the bounds fill the unit cube. Of an instance
 * that is made of several objects, each has its own.
 */
public final class ObjectCoordinates {
  private final int width;
  private final FloatBuffer depth;
  private final ThingRuns runs;
  private final DrawTable<Affine3> unitFromCamera;
  private final RowRays rays;
  private final float[] planar;
  private final float[] xs;
  private final float[] ys;
  private final float[] zs;

  /**
   * @param things that the camera shows
   * @param bounds of a node's asset, in the asset's space
   * @throws IllegalArgumentException where the view lacks the plane of depth
   */
  public ObjectCoordinates(
      ThingRuns things, SampledCamera camera, Function<SampledNode, Aabb> bounds) {
    width = things.view().width();
    depth = ViewPixels.floats(things.view(), Channel.DEPTH);
    runs = things;
    Affine3 worldFromCamera = camera.worldFromCamera().atLabelInstant();
    unitFromCamera =
        new DrawTable<>(
            things.frame(),
            node ->
                node.categoryId() == 0
                    ? null
                    : unitFromObject(bounds.apply(node))
                        .times(
                            node.worldFromObject().atLabelInstant().inverseTimes(worldFromCamera)));
    rays = new RowRays(camera.pinhole());
    planar = new float[width];
    xs = new float[width];
    ys = new float[width];
    zs = new float[width];
  }

  private static Affine3 unitFromObject(Aabb bounds) {
    Vec3 size = bounds.max().minus(bounds.min());
    return Affine3.scaling(new Vec3(stretch(size.x()), stretch(size.y()), stretch(size.z())))
        .times(Affine3.translation(bounds.min().negate()));
  }

  /** Flat things lie at 0. */
  private static double stretch(double size) {
    return size > 0 ? 1 / size : 0;
  }

  /** Three channels: x, y, z from 0 to 1; all NaN where no labelled instance is seen. */
  public PixelRows rows() {
    return (y, row) -> {
      depth.get(y * width, planar, 0, width);
      int start = 0;
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        int end = runs.end(run);
        Affine3 map = unitFromCamera.get(runs.instanceId(run), runs.draw(run));
        if (map == null) {
          Arrays.fill(xs, start, end, Float.NaN);
          Arrays.fill(ys, start, end, Float.NaN);
          Arrays.fill(zs, start, end, Float.NaN);
        } else {
          rays.map(map, y, planar, start, end, xs, ys, zs);
        }
        start = end;
      }
      limit(xs);
      limit(ys);
      limit(zs);
      interleave(xs, ys, zs, row);
    };
  }

  /** Leaves NaN as it is. */
  private static void limit(float[] numbers) {
    for (int x = 0; x < numbers.length; x++) {
      numbers[x] = Math.max(0, Math.min(1, numbers[x]));
    }
  }

  private static void interleave(float[] xs, float[] ys, float[] zs, float[] row) {
    int i = 0;
    for (int x = 0; x < xs.length; x++) {
      row[i] = xs[x];
      row[i + 1] = ys[x];
      row[i + 2] = zs[x];
      i += 3;
    }
  }
}
