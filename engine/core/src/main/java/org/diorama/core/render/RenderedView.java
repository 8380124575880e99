package org.diorama.core.render;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * The planes of one view. Buffers are in native byte order, positioned at 0, and valid until the
 * frame is closed; readers use absolute gets or a duplicate. Whoever holds the frame may write to
 * them.
 */
public record RenderedView(
    String name, int width, int height, Map<Channel, ByteBuffer> planes, InstanceTable instances) {
  /**
   * @throws IllegalArgumentException where the plane was not asked for
   */
  public ByteBuffer plane(Channel channel) {
    ByteBuffer plane = planes.get(channel);
    if (plane == null) {
      throw new IllegalArgumentException("view has no plane " + channel);
    }
    return plane;
  }
}
