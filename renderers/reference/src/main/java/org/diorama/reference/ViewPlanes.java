package org.diorama.reference;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.diorama.core.render.Channel;
import org.diorama.core.render.View;

/** The planes that a view asks for; writes to others are dropped. */
final class ViewPlanes {
  private final Map<Channel, ByteBuffer> byChannel = new EnumMap<>(Channel.class);

  static ViewPlanes take(View view, PooledFrame frame) {
    ViewPlanes planes = new ViewPlanes();
    int pixels = Math.multiplyExact(view.camera().width(), view.camera().height());
    for (Channel channel : Channel.values()) {
      if (view.channels().contains(channel)) {
        int bytes = Math.multiplyExact(pixels, channel.bytesPerPixel());
        planes.byChannel.put(channel, frame.take(bytes));
      }
    }
    return planes;
  }

  boolean wantsColor() {
    return byChannel.containsKey(Channel.COLOR);
  }

  void color(int pixel, int red, int green, int blue) {
    ByteBuffer plane = byChannel.get(Channel.COLOR);
    plane.put(4 * pixel, (byte) red);
    plane.put(4 * pixel + 1, (byte) green);
    plane.put(4 * pixel + 2, (byte) blue);
    plane.put(4 * pixel + 3, (byte) 255);
  }

  void surface(int pixel, float depth, int instanceId) {
    ByteBuffer depths = byChannel.get(Channel.DEPTH);
    if (depths != null) {
      depths.putFloat(4 * pixel, depth);
    }
    ByteBuffer instances = byChannel.get(Channel.INSTANCE);
    if (instances != null) {
      instances.putShort(2 * pixel, (short) instanceId);
    }
  }

  Map<Channel, ByteBuffer> byChannel() {
    return byChannel;
  }
}
