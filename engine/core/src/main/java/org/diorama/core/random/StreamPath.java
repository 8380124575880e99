package org.diorama.core.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Path of a parameter in the scene, with its SHA-256 as far as streams are keyed by it. Hashed
 * once, with its first draw: a path has as many draws as frames have instances, or none.
 */
public final class StreamPath {
  private final String text;

  /** Threads that meet here make the same one. */
  private Hash hash;

  /** The digest's first 16 bytes. */
  private record Hash(long word0, long word1) {}

  private StreamPath(String text) {
    this.text = text;
  }

  /** Such as {@code objects.cars.yaw}. */
  public static StreamPath of(String text) {
    return new StreamPath(text);
  }

  long hash0() {
    return hash().word0();
  }

  long hash1() {
    return hash().word1();
  }

  private Hash hash() {
    Hash known = hash;
    if (known == null) {
      byte[] digest = sha256(text);
      known = new Hash(word(digest, 0), word(digest, 8));
      hash = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StreamPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The path as it was given. */
  @Override
  public String toString() {
    return text;
  }

  private static byte[] sha256(String path) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static long word(byte[] bytes, int offset) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = word << 8 | (bytes[offset + i] & 0xffL);
    }
    return word;
  }
}
