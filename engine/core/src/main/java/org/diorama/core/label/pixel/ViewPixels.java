package org.diorama.core.label.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.diorama.core.math.Affine3;
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
    RowRays rays = new RowRays(camera.pinhole());
    float[] across = rays.across();
    return (y, row) -> {
      depth.fill(y, row);
      float down = (float) rays.down(y);
      float square = 1 + down * down;
      for (int x = 0; x < across.length; x++) {
        // A ray's direction has z = 1, so planar z times its length is the distance.
        row[x] *= (float) Math.sqrt(square + across[x] * across[x]);
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
    Affine3 turn = camera.worldFromCamera().atLabelInstant();
    return (y, row) -> {
      normals.fill(y, row);
      turn(turn, row, 3 * view.width());
    };
  }

  private static void turn(Affine3 turn, float[] vectors, int numbers) {
    float xx = (float) turn.m00();
    float xy = (float) turn.m01();
    float xz = (float) turn.m02();
    float yx = (float) turn.m10();
    float yy = (float) turn.m11();
    float yz = (float) turn.m12();
    float zx = (float) turn.m20();
    float zy = (float) turn.m21();
    float zz = (float) turn.m22();
    for (int i = 0; i < numbers; ) {
      int end = EqualNeighbors.endOfVectors(vectors, i, numbers);
      float x = vectors[i];
      float y = vectors[i + 1];
      float z = vectors[i + 2];
      vectors[i] = xx * x + xy * y + xz * z;
      vectors[i + 1] = yx * x + yy * y + yz * z;
      vectors[i + 2] = zx * x + zy * y + zz * z;
      repeat(vectors, i, end);
      i = end;
    }
  }

  /** Copies the first vector over the others, of which there are twice as many after each step. */
  private static void repeat(float[] vectors, int first, int end) {
    for (int done = 3; first + done < end; done *= 2) {
      System.arraycopy(vectors, first, vectors, first + done, Math.min(done, end - first - done));
    }
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
