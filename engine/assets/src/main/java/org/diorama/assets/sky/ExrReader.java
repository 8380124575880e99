package org.diorama.assets.sky;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * OpenEXR images of rows, in one part, plain or packed by RLE, ZIPS or ZIP: the channels R, G and
 * B, whole, half or full floats. Others are passed over.
 */
final class ExrReader {
  /** Little-endian; the version comes next. */
  static final int MAGIC = 20000630;

  private static final int VERSION = 2;
  private static final int VERSION_MASK = 0xff;
  private static final int LONG_NAMES = 0x400;

  private final ExrInput in;
  private final ExrHeader header;
  private final SkyRows rows;
  private final float[] rgb;

  private ExrReader(ExrInput in, ExrHeader header) throws SkyImageException {
    this.in = in;
    this.header = header;
    this.rows = new SkyRows(header.window().width(), header.window().height());
    this.rgb = new float[3 * rows.width()];
  }

  /**
   * @param stream after the magic; buffered
   * @throws SkyImageException where it is damaged, or of a form that is not read
   */
  static SkyRows.Read read(InputStream stream) throws IOException {
    ExrInput in = new ExrInput(stream);
    int version = in.word("its header");
    if ((version & VERSION_MASK) != VERSION) {
      throw new SkyImageException("has version " + (version & VERSION_MASK) + " of OpenEXR");
    }
    if ((version & ~(VERSION_MASK | LONG_NAMES)) != 0) {
      throw new SkyImageException("has tiles, parts or depths; save it as one scanline image");
    }
    ExrHeader header = ExrHeader.read(in);
    ExrReader reader = new ExrReader(in, header);
    reader.blocks();
    return new SkyRows.Read(reader.rows.panorama(), header.whiteLuminance());
  }

  private void blocks() throws IOException {
    int height = rows.height();
    int perBlock = header.compression().rows();
    int blocks = (height + perBlock - 1) / perBlock;
    for (int block = 0; block < blocks; block++) {
      // Where each block lies; they follow one another.
      in.bytes(8, "its table of blocks");
    }
    for (int block = 0; block < blocks; block++) {
      String what = "block " + block + " of " + blocks;
      long first = (long) in.word(what) - header.window().top();
      if (first < 0 || first >= height || first % perBlock != 0 || rows.has((int) first)) {
        throw new SkyImageException("is damaged: " + what + " has no place of its own");
      }
      int count = (int) Math.min(perBlock, height - first);
      int whole = (int) (count * header.rowBytes());
      int size = in.word(what);
      if (size <= 0 || size > whole) {
        throw new SkyImageException("is damaged: " + what + " has " + size + " bytes");
      }
      byte[] bytes = header.compression().unpack(in.bytes(size, what), whole);
      ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int row = 0; row < count; row++) {
        row(samples);
        rows.put((int) first + row, rgb);
      }
    }
  }

  private void row(ByteBuffer samples) {
    for (ExrHeader.Channel channel : header.channels()) {
      int target = "RGB".indexOf(channel.name());
      if (target < 0 || channel.name().length() != 1) {
        samples.position(samples.position() + channel.bytes() * rows.width());
        continue;
      }
      for (int column = 0; column < rows.width(); column++) {
        rgb[3 * column + target] =
            switch (channel.sample()) {
              case UINT -> samples.getInt() & 0xffffffffL;
              case HALF -> half(samples.getShort());
              case FLOAT -> samples.getFloat();
            };
      }
    }
  }

  /** IEEE 754 binary16. */
  static float half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int mantissa = bits & 0x3ff;
    float magnitude;
    if (exponent == 0) {
      magnitude = mantissa * 0x1p-24f;
    } else if (exponent == 0x1f) {
      magnitude = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      magnitude = Math.scalb(1024f + mantissa, exponent - 25);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
