package org.diorama.core.label.pixel;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.diorama.core.geometry.PinholeCamera;
import org.diorama.core.math.Affine3;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.RenderedView;
import org.diorama.core.sample.SampledCamera;

/** Every pixel with a surface as a point of the world. Valid as long as the planes. */
public final class SurfacePoints {
  private final RenderedView view;
  private final PinholeCamera pinhole;
  private final Affine3 worldFromCamera;
  private final FloatBuffer depth;
  private final ShortBuffer ids;
  private final ByteBuffer color;

  public SurfacePoints(RenderedView view, SampledCamera camera) {
    this.view = view;
    pinhole = camera.pinhole();
    worldFromCamera = camera.worldFromCamera().atLabelInstant();
    depth = ViewPixels.floats(view, Channel.DEPTH);
    ids = ViewPixels.ids(view);
    color = view.plane(Channel.COLOR);
  }

  /** What is told of a point. */
  @FunctionalInterface
  public interface Visitor<E extends Exception> {
    /**
     * @param position in the world, meters
     * @param pixel its place in the image, row by row
     */
    void visit(Vec3 position, int pixel) throws E;
  }

  /** How many there are. */
  public int count() {
    int count = 0;
    for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
      count += depth.get(pixel) > 0 ? 1 : 0;
    }
    return count;
  }

  /** Tells of each, row by row from the top. */
  public <E extends Exception> void forEach(Visitor<E> visitor) throws E {
    for (int y = 0; y < view.height(); y++) {
      for (int x = 0; x < view.width(); x++) {
        int pixel = y * view.width() + x;
        float planar = depth.get(pixel);
        if (planar > 0) {
          visitor.visit(
              worldFromCamera.transformPoint(pinhole.direction(x + 0.5, y + 0.5).times(planar)),
              pixel);
        }
      }
    }
  }

  /** Instance id at a pixel. */
  public int instance(int pixel) {
    return Short.toUnsignedInt(ids.get(pixel));
  }

  /**
   * sRGB-encoded color of a pixel.
   *
   * @param channel red, green, blue
   */
  public byte color(int pixel, int channel) {
    return color.get(4 * pixel + channel);
  }
}
