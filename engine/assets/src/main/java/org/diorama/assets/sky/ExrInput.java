package org.diorama.assets.sky;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The parts that OpenEXR files are made of. */
final class ExrInput {
  private static final int LONGEST_NAME = 255;
  private static final int MOST_HEADER_BYTES = 4 << 20;

  private final InputStream in;
  private long headerBytes;

  ExrInput(InputStream in) {
    this.in = in;
  }

  /** So many; a file that ends before is cut off. */
  byte[] bytes(int count, String what) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new SkyImageException("is cut off: it ends in " + what);
    }
    return bytes;
  }

  /** Little-endian. */
  int word(String what) throws IOException {
    return ByteBuffer.wrap(bytes(4, what)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /** Up to a zero. */
  String name() throws IOException {
    byte[] name = new byte[LONGEST_NAME + 1];
    for (int length = 0; length < name.length; length++) {
      name[length] = bytes(1, "its header")[0];
      if (name[length] == 0) {
        count(length + 1L);
        return new String(name, 0, length, StandardCharsets.ISO_8859_1);
      }
    }
    throw new SkyImageException("is damaged: a name in its header has no end");
  }

  /** A size, and as many bytes. */
  byte[] attribute() throws IOException {
    int size = word("its header");
    if (size < 0) {
      throw new SkyImageException("is damaged: a part of its header has " + size + " bytes");
    }
    count(size);
    return bytes(size, "its header");
  }

  private void count(long bytes) throws SkyImageException {
    headerBytes += bytes;
    if (headerBytes > MOST_HEADER_BYTES) {
      throw new SkyImageException("has a header of more than " + MOST_HEADER_BYTES + " bytes");
    }
  }
}
