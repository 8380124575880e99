package org.diorama.dataset.floats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.diorama.core.label.pixel.PixelRows;

/**
 * OpenEXR images of rows in one part, channels of full floats, packed by ZIP: OpenEXR File Layout,
 * version 2 (Academy Software Foundation). Blocks are kept until all are packed, since a table of
 * their places comes first.
 */
final class ExrEncoder implements FloatEncoder {
  /** Rows of a block packed by ZIP; the last one may have fewer. */
  private static final int BLOCK_ROWS = 16;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private float[] row = new float[0];
  private ByteBuffer plain = ByteBuffer.allocate(0);
  private byte[] split = new byte[0];
  private byte[] deflated = new byte[0];

  @Override
  public void encode(int width, int height, List<String> channels, PixelRows rows, OutputStream out)
      throws IOException {
    // Files list channels by name, each a run of its own in a row.
    int[] order =
        IntStream.range(0, channels.size())
            .boxed()
            .sorted(Comparator.comparing(channels::get))
            .mapToInt(Integer::intValue)
            .toArray();
    int rowBytes = Math.multiplyExact(width, Float.BYTES * channels.size());
    reserve(Math.multiplyExact(rowBytes, BLOCK_ROWS));
    byte[] head = ExrHeader.of(width, height, channels.stream().sorted().toList());
    int blocks = (height + BLOCK_ROWS - 1) / BLOCK_ROWS;
    ByteBuffer places = ByteBuffer.allocate(Long.BYTES * blocks).order(ByteOrder.LITTLE_ENDIAN);
    packed.reset();
    for (int block = 0; block < blocks; block++) {
      places.putLong(head.length + (long) places.capacity() + packed.size());
      int first = block * BLOCK_ROWS;
      int count = Math.min(BLOCK_ROWS, height - first);
      plain.clear();
      for (int y = first; y < first + count; y++) {
        rows.fill(y, row);
        for (int channel : order) {
          for (int x = 0; x < width; x++) {
            plain.putFloat(row[x * channels.size() + channel]);
          }
        }
      }
      block(first, count * rowBytes);
    }
    out.write(head);
    out.write(places.array());
    packed.writeTo(out);
  }

  private void reserve(int blockBytes) {
    if (plain.capacity() < blockBytes) {
      row = new float[blockBytes / BLOCK_ROWS / Float.BYTES];
      plain = ByteBuffer.allocate(blockBytes).order(ByteOrder.LITTLE_ENDIAN);
      split = new byte[blockBytes];
      deflated = new byte[blockBytes];
    }
  }

  /** Packs a block; one that would not shrink stays as it is. */
  private void block(int first, int bytes) {
    byte[] source = plain.array();
    // Bytes in two halves, even places, then odd ones; then differences.
    int half = (bytes + 1) / 2;
    for (int k = 0; k < bytes; k++) {
      split[(k & 1) == 0 ? k / 2 : half + k / 2] = source[k];
    }
    byte before = split[0];
    for (int k = 1; k < bytes; k++) {
      byte value = split[k];
      split[k] = (byte) (value - before + 128);
      before = value;
    }
    deflater.reset();
    deflater.setInput(split, 0, bytes);
    deflater.finish();
    int size = deflater.deflate(deflated, 0, bytes);
    boolean shrinks = deflater.finished() && size < bytes;
    word(first);
    word(shrinks ? size : bytes);
    packed.write(shrinks ? deflated : source, 0, shrinks ? size : bytes);
  }

  private void word(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      packed.write(value >>> shift);
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
