package org.diorama.dataset.points;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import org.diorama.core.label.pixel.SurfacePoints;

/** Point clouds in Stanford's polygon file format, binary and little-endian: one vertex a point. */
public final class PlyEncoder {
  private static final int VERTEX_BYTES = 3 * Double.BYTES + 3 + 2 * Short.BYTES;
  private static final int VERTICES = 2048;

  private final ByteBuffer buffer =
      ByteBuffer.allocate(VERTEX_BYTES * VERTICES).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * Writes one cloud; {@code out} stays open.
   *
   * @param category what the semantic image says of an instance id
   */
  public void encode(SurfacePoints points, IntUnaryOperator category, OutputStream out)
      throws IOException {
    String head =
        """
        ply
        format binary_little_endian 1.0
        element vertex %d
        property double x
        property double y
        property double z
        property uchar red
        property uchar green
        property uchar blue
        property ushort instance
        property ushort category
        end_header
        """
            .formatted(points.count());
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    buffer.clear();
    for (int y = 0; y < points.rows(); y++) {
      int count = points.read(y);
      for (int i = 0; i < count; i++) {
        if (buffer.remaining() < VERTEX_BYTES) {
          flush(out);
        }
        buffer.putDouble(points.xs()[i]).putDouble(points.ys()[i]).putDouble(points.zs()[i]);
        int pixel = points.pixel(y, i);
        for (int channel = 0; channel < 3; channel++) {
          buffer.put(points.color(pixel, channel));
        }
        int instance = points.instance(pixel);
        buffer.putShort((short) instance).putShort((short) category.applyAsInt(instance));
      }
    }
    flush(out);
  }

  private void flush(OutputStream out) throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
