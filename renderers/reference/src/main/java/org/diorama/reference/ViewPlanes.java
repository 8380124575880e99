package org.diorama.reference;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.diorama.core.math.LinearColor;
import org.diorama.core.math.Vec3;
import org.diorama.core.render.Channel;
import org.diorama.core.render.InstanceContrast;
import org.diorama.core.render.View;

/** The planes that a view asks for; writes to others are dropped. */
final class ViewPlanes {
  private final Map<Channel, ByteBuffer> byChannel = new EnumMap<>(Channel.class);
  private float[] light = new float[0];
  private float[] bare = new float[0];

  static ViewPlanes take(View view, PooledFrame frame) {
    ViewPlanes planes = new ViewPlanes();
    int pixels = Math.multiplyExact(view.camera().width(), view.camera().height());
    for (Channel channel : Channel.values()) {
      if (view.channels().contains(channel)) {
        int bytes = Math.multiplyExact(pixels, channel.bytesPerPixel());
        planes.byChannel.put(channel, frame.take(bytes));
      }
    }
    planes.light = new float[planes.wantsColor() ? 3 * pixels : 0];
    planes.bare = new float[planes.wantsColor() ? pixels : 0];
    return planes;
  }

  boolean wantsColor() {
    return wantsAnyOf(Channel.COLOR);
  }

  boolean wantsAnyOf(Channel... channels) {
    return Arrays.stream(channels).anyMatch(byChannel::containsKey);
  }

  /**
   * Luminance of a pixel in cd/m² per channel, until {@link #develop}.
   *
   * @param without what is in the air
   */
  void light(int pixel, LinearColor luminance, LinearColor without) {
    bare[pixel] = (float) without.luminance();
    light[3 * pixel] = (float) luminance.red();
    light[3 * pixel + 1] = (float) luminance.green();
    light[3 * pixel + 2] = (float) luminance.blue();
  }

  /** Luminances of a pixel in cd/m², as drawn until {@link #develop}. */
  InstanceContrast.Luminance luminance(int pixel) {
    LinearColor drawn =
        new LinearColor(light[3 * pixel], light[3 * pixel + 1], light[3 * pixel + 2]);
    return new InstanceContrast.Luminance(drawn.luminance(), bare[pixel]);
  }

  /** Fills the color plane, once every pixel has its light. */
  void develop(View view) {
    ByteBuffer plane = byChannel.get(Channel.COLOR);
    if (plane == null) {
      return;
    }
    new ImageDeveloper(view.development())
        .develop(light, view.camera().width(), view.camera().height());
    for (int pixel = 0; pixel < light.length / 3; pixel++) {
      plane.put(4 * pixel, encoded(light[3 * pixel], light[3 * pixel + 1], light[3 * pixel + 2]));
    }
  }

  /**
   * @param draw 1 + its place among those of its instance; 0 = no surface, likewise the others
   */
  void surface(int pixel, float depth, int instanceId, int draw) {
    ByteBuffer depths = byChannel.get(Channel.DEPTH);
    if (depths != null) {
      depths.putFloat(4 * pixel, depth);
    }
    ByteBuffer instances = byChannel.get(Channel.INSTANCE);
    if (instances != null) {
      instances.putShort(2 * pixel, (short) instanceId);
    }
    ByteBuffer draws = byChannel.get(Channel.DRAW);
    if (draws != null) {
      draws.putShort(2 * pixel, (short) draw);
    }
  }

  /**
   * @param part 1 + its index; 0 = no surface
   */
  void part(int pixel, int part) {
    ByteBuffer parts = byChannel.get(Channel.PART);
    if (parts != null) {
      parts.putShort(2 * pixel, (short) part);
    }
  }

  /**
   * @param normal in the camera's frame; zero = no surface
   */
  void normal(int pixel, Vec3 normal) {
    ByteBuffer normals = byChannel.get(Channel.NORMAL);
    if (normals != null) {
      for (int axis = 0; axis < 3; axis++) {
        normals.putFloat(12 * pixel + 4 * axis, (float) normal.component(axis));
      }
    }
  }

  /**
   * @param color linear
   */
  void albedo(int pixel, LinearColor color) {
    byChannel.get(Channel.ALBEDO).put(4 * pixel, encoded(color.red(), color.green(), color.blue()));
  }

  void noAlbedo(int pixel) {
    ByteBuffer albedo = byChannel.get(Channel.ALBEDO);
    if (albedo != null) {
      albedo.putInt(4 * pixel, 0);
    }
  }

  private static byte[] encoded(double red, double green, double blue) {
    return new byte[] {
      (byte) SrgbTable.encode(red),
      (byte) SrgbTable.encode(green),
      (byte) SrgbTable.encode(blue),
      (byte) 255
    };
  }

  Map<Channel, ByteBuffer> byChannel() {
    return byChannel;
  }
}
