package org.diorama.core.label.pixel;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.diorama.core.geometry.PinholeCamera;
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
 * (2019), but each axis by its own extent, so that the bounds fill the unit cube.
 */
public final class ObjectCoordinates {
  private final int width;
  private final PinholeCamera pinhole;
  private final FloatBuffer depth;
  private final ShortBuffer ids;
  private final Map<Integer, Affine3> unitFromCamera = new HashMap<>();

  /**
   * @param bounds of a node's asset, in the asset's space
   */
  public ObjectCoordinates(
      SampledFrame frame,
      SampledCamera camera,
      RenderedView view,
      Function<SampledNode, Aabb> bounds) {
    width = view.width();
    pinhole = camera.pinhole();
    depth = ViewPixels.floats(view, Channel.DEPTH);
    ids = ViewPixels.ids(view);
    Affine3 worldFromCamera = camera.worldFromCamera().atLabelInstant();
    for (SampledNode node : frame.nodes()) {
      if (node.categoryId() != 0) {
        unitFromCamera.putIfAbsent(
            node.instanceId(),
            unitFromObject(bounds.apply(node))
                .times(node.worldFromObject().atLabelInstant().inverseTimes(worldFromCamera)));
      }
    }
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
      for (int x = 0; x < width; x++) {
        Vec3 place = at(x, y);
        row[3 * x] = (float) place.x();
        row[3 * x + 1] = (float) place.y();
        row[3 * x + 2] = (float) place.z();
      }
    };
  }

  private static final Vec3 NOWHERE = new Vec3(Double.NaN, Double.NaN, Double.NaN);

  private Vec3 at(int x, int y) {
    int pixel = y * width + x;
    float planar = depth.get(pixel);
    Affine3 map = unitFromCamera.get(Short.toUnsignedInt(ids.get(pixel)));
    if (!(planar > 0) || map == null) {
      return NOWHERE;
    }
    return map.transformPoint(pinhole.direction(x + 0.5, y + 0.5).times(planar))
        .max(Vec3.ZERO)
        .min(Vec3.ONE);
  }
}
