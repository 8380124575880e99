package org.diorama.dataset.floats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.diorama.core.label.pixel.PixelRows;
import org.diorama.core.scene.FloatFiles;

/**
 * Writes images of floats. The same pixels give the same bytes. Buffers are reused: one encoder
 * belongs to one thread at a time.
 */
public interface FloatEncoder extends AutoCloseable {
  /**
   * Writes one image; {@code out} stays open.
   *
   * @param width in pixels, at least 1; likewise the height
   * @param channels names of a pixel's channels in the order of the rows
   */
  void encode(int width, int height, List<String> channels, PixelRows rows, OutputStream out)
      throws IOException;

  /** The encoder of a form of files. */
  static FloatEncoder of(FloatFiles form) {
    return form == FloatFiles.NPY ? new NpyEncoder() : new ExrEncoder();
  }

  @Override
  void close();
}
