package org.diorama.assets.bake;

/**
 * The file of a baked model. All numbers are little-endian.
 *
 * <pre>
 * magic      8 bytes "DIOBAKE\n"
 * version    int
 * header     int length, bytes, SHA-256 of the bytes     see {@link HeaderCodec}
 * body       int raw length, int length, SHA-256, bytes  Zstandard; see {@link BodyCodec}
 * </pre>
 *
 * The file ends with the body. Strings are an int length and UTF-8; lists an int count and their
 * elements; arrays likewise.
 */
final class BakeFormat {
  /** {@code DIOBAKE\n} read as a little-endian long. */
  static final long MAGIC = 0x0a454b41424f4944L;

  /** Counts up whenever a byte of the format changes its meaning. */
  static final int VERSION = 4;

  static final int DIGEST_BYTES = 32;

  /** Larger bodies and headers are neither written nor read. */
  static final int MAX_BODY_BYTES = 1 << 30;

  static final int MAX_HEADER_BYTES = 1 << 24;

  private BakeFormat() {}
}
