package org.diorama.core.label.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledCamera;

/** What a view's planes say by themselves, at the label instant. Valid as long as the planes. */
public final class ViewPixels {
  private final RenderedView view;
  private final SampledCamera camera;

  public ViewPixels(RenderedView view, SampledCamera camera) {
    this.view = view;
    this.camera = camera;
  }

  public int width() {
    return view.width();
  }

  public int height() {
    return view.height();
  }

  /** One channel: planar z in meters; 0 = no surface. */
  public PixelRows depth() {
    FloatBuffer plane = floats(view, Channel.DEPTH);
    return (y, row) -> plane.get(y * view.width(), row, 0, view.width());
  }

  /** One channel: length in meters of the ray from the camera to the surface; 0 = no surface. */
  public PixelRows distance() {
    PixelRows depth = depth();
    PinholeCamera pinhole = camera.pinhole();
    return (y, row) -> {
      depth.fill(y, row);
      for (int x = 0; x < view.width(); x++) {
        // A ray's direction has z = 1, so planar z times its length is the distance.
        row[x] = (float) (row[x] * pinhole.direction(x + 0.5, y + 0.5).length());
      }
    };
  }

  /** Three channels: {@link Channel#NORMAL}. */
  public PixelRows normals() {
    FloatBuffer plane = floats(view, Channel.NORMAL);
    return (y, row) -> plane.get(3 * y * view.width(), row, 0, 3 * view.width());
  }

  /** The same by the world's axes. */
  public PixelRows worldNormals() {
    PixelRows normals = normals();
    Affine3 worldFromCamera = camera.worldFromCamera().atLabelInstant();
    return (y, row) -> {
      normals.fill(y, row);
      for (int i = 0; i < 3 * view.width(); i += 3) {
        Vec3 normal = worldFromCamera.transformDirection(new Vec3(row[i], row[i + 1], row[i + 2]));
        row[i] = (float) normal.x();
        row[i + 1] = (float) normal.y();
        row[i + 2] = (float) normal.z();
      }
    };
  }

  /** A plane of floats from its first element on. */
  static FloatBuffer floats(RenderedView view, Channel channel) {
    return ordered(view, channel).asFloatBuffer();
  }

  /** Instance ids from the first pixel on. */
  static ShortBuffer ids(RenderedView view) {
    return shorts(view, Channel.INSTANCE);
  }

  /** A plane of 16-bit numbers from its first element on. */
  static ShortBuffer shorts(RenderedView view, Channel channel) {
    return ordered(view, channel).asShortBuffer();
  }

  private static ByteBuffer ordered(RenderedView view, Channel channel) {
    return view.plane(channel).duplicate().order(ByteOrder.nativeOrder());
  }
}
