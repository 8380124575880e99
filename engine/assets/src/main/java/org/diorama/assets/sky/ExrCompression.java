package org.diorama.assets.sky;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How rows of an OpenEXR file are packed; the order is the file's. */
enum ExrCompression {
  NONE(1),
  RLE(1),
  ZIPS(1),
  ZIP(16);

  private final int rows;

  ExrCompression(int rows) {
    this.rows = rows;
  }

  static ExrCompression of(int number) throws SkyImageException {
    if (number < 0 || number >= values().length) {
      throw new SkyImageException(
          "is compressed in a way (" + number + ") that is not read; save it with ZIP");
    }
    return values()[number];
  }

  /** Rows of a block; the last one may have fewer. */
  int rows() {
    return rows;
  }

  /**
   * @param bytes of the block unpacked; one that is as long was left as it is
   */
  byte[] unpack(byte[] packed, int bytes) throws SkyImageException {
    if (packed.length == bytes || this == NONE) {
      if (packed.length != bytes) {
        throw damaged();
      }
      return packed;
    }
    byte[] split = this == RLE ? runs(packed, bytes) : inflated(packed, bytes);
    // Differences, of bytes in two halves: even places, then odd ones.
    for (int k = 1; k < bytes; k++) {
      split[k] = (byte) (split[k - 1] + split[k] - 128);
    }
    byte[] joined = new byte[bytes];
    int half = (bytes + 1) / 2;
    for (int k = 0; k < bytes; k++) {
      joined[k] = split[(k & 1) == 0 ? k / 2 : half + k / 2];
    }
    return joined;
  }

  private static SkyImageException damaged() {
    return new SkyImageException("is damaged: a block of rows has another size than its pixels");
  }

  private static byte[] inflated(byte[] packed, int bytes) throws SkyImageException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] result = new byte[bytes];
      int at = 0;
      while (at < bytes) {
        int count = inflater.inflate(result, at, bytes - at);
        if (count == 0) {
          throw damaged();
        }
        at += count;
      }
      return result;
    } catch (DataFormatException e) {
      throw new SkyImageException("is damaged: a block of rows cannot be unpacked");
    } finally {
      inflater.end();
    }
  }

  private static byte[] runs(byte[] packed, int bytes) throws SkyImageException {
    byte[] result = new byte[bytes];
    int from = 0;
    int at = 0;
    while (from < packed.length) {
      int count = packed[from++];
      int length = count < 0 ? -count : count + 1;
      int needs = count < 0 ? length : 1;
      if (length > bytes - at || needs > packed.length - from) {
        throw damaged();
      }
      for (int k = 0; k < length; k++) {
        result[at++] = packed[count < 0 ? from + k : from];
      }
      from += needs;
    }
    if (at != bytes) {
      throw damaged();
    }
    return result;
  }
}
