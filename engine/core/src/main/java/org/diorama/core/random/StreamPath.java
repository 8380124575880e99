package org.diorama.core.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Path of a parameter in the scene, with its SHA-256 as far as streams are keyed by it. Hashed
 * once: a path has as many draws as frames have instances.
 */
public final class StreamPath {
  private final String text;
  private final long hash0;
  private final long hash1;

  private StreamPath(String text) {
    this.text = text;
    byte[] digest = sha256(text);
    this.hash0 = word(digest, 0);
    this.hash1 = word(digest, 8);
  }

  /** Such as {@code objects.cars.yaw}. */
  public static StreamPath of(String text) {
    return new StreamPath(text);
  }

  long hash0() {
    return hash0;
  }

  long hash1() {
    return hash1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StreamPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash0);
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
