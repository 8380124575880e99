package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.diorama.core.math.Aabb;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledCamera;
import org.diorama.core.sample.SampledFrame;
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
  private final float[] none;

  /**
   * @param bounds of a node's asset, in the asset's space
   * @throws IllegalArgumentException where the view lacks the planes of depth and instances, or
   *     that of draws though instances are made of several
   */
  public ObjectCoordinates(
      SampledFrame frame,
      SampledCamera camera,
      RenderedView view,
      Function<SampledNode, Aabb> bounds) {
    width = view.width();
    depth = ViewPixels.floats(view, Channel.DEPTH);
    runs = new ThingRuns(frame, view);
    Affine3 worldFromCamera = camera.worldFromCamera().atLabelInstant();
    unitFromCamera =
        new DrawTable<>(
            frame,
            node ->
                node.categoryId() == 0
                    ? null
                    : unitFromObject(bounds.apply(node))
                        .times(
                            node.worldFromObject().atLabelInstant().inverseTimes(worldFromCamera)));
    rays = new RowRays(camera.pinhole());
    planar = new float[width];
    none = new float[3 * width];
    Arrays.fill(none, Float.NaN);
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
      runs.read(y);
      for (int run = 0; run < runs.count(); run++) {
        fill(run, y, row);
      }
    };
  }

  private void fill(int run, int y, float[] row) {
    int start = runs.start(run);
    int end = runs.end(run);
    Affine3 map = unitFromCamera.get(runs.instanceId(run), runs.draw(run));
    if (map == null) {
      System.arraycopy(none, 0, row, 3 * start, 3 * (end - start));
      return;
    }
    depth.get(y * width + start, planar, start, end - start);
    double down = rays.down(y);
    inside(
        (float) map.m00(),
        (float) (map.m01() * down + map.m02()),
        (float) map.m03(),
        (float) map.m10(),
        (float) (map.m11() * down + map.m12()),
        (float) map.m13(),
        (float) map.m20(),
        (float) (map.m21() * down + map.m22()),
        (float) map.m23(),
        rays.across(),
        planar,
        start,
        end,
        row);
  }

  private static void inside(
      float ax,
      float bx,
      float cx,
      float ay,
      float by,
      float cy,
      float az,
      float bz,
      float cz,
      float[] across,
      float[] planar,
      int start,
      int end,
      float[] row) {
    for (int x = start; x < end; x++) {
      float z = planar[x];
      float u = across[x];
      row[3 * x] = (z * (ax * u + bx) + cx);
      row[3 * x + 1] = (z * (ay * u + by) + cy);
      row[3 * x + 2] = (z * (az * u + bz) + cz);
    }
    for (int i = 3 * start; i < 3 * end; i++) {
      row[i] = Math.max(0, Math.min(1, row[i]));
    }
  }
}
