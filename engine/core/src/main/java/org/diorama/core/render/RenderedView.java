package org.diorama.core.render;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * The planes of one view. Buffers are in native byte order, positioned at 0, and valid until the
 * frame is closed; readers use absolute gets or a duplicate. Whoever holds the frame may write to
 * them.
 *
 * @param silhouettes one for each row of the instance table where the view measures {@link
 *     Measure#SILHOUETTES}, else none; valid until the frame is closed
 */
public record RenderedView(
    String name,
    int width,
    int height,
    Map<Channel, ByteBuffer> planes,
    InstanceTable instances,
    List<SilhouetteBits> silhouettes) {
  public RenderedView {
    silhouettes = List.copyOf(silhouettes);
  }

  /** Without silhouettes. */
  public RenderedView(
      String name,
      int width,
      int height,
      Map<Channel, ByteBuffer> planes,
      InstanceTable instances) {
    this(name, width, height, planes, instances, List.of());
  }

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
