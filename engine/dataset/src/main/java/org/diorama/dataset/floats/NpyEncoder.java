package org.diorama.dataset.floats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.diorama.core.label.pixel.PixelRows;

/** NumPy's array file: height × width, or height × width × channels where there are several. */
final class NpyEncoder implements FloatEncoder {
  private float[] row = new float[0];
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  @Override
  public void encode(int width, int height, List<String> channels, PixelRows rows, OutputStream out)
      throws IOException {
    int count = Math.multiplyExact(width, channels.size());
    if (row.length < count) {
      row = new float[count];
      bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
    }
    out.write(
        channels.size() == 1
            ? NpyHeader.of("<f4", height, width)
            : NpyHeader.of("<f4", height, width, channels.size()));
    for (int y = 0; y < height; y++) {
      rows.fill(y, row);
      bytes.asFloatBuffer().put(row, 0, count);
      out.write(bytes.array(), 0, Float.BYTES * count);
    }
  }

  @Override
  public void close() {
    // Holds memory alone.
  }
}
