package org.diorama.procedural.surface;

/** Keyed hashes of lattice points: integer arithmetic, the same on every machine. */
final class Hash {
  private Hash() {}

  /** A key of its own for each part of a pattern. */
  static long key(long key, int part) {
    return mix(key + 0x9E3779B97F4A7C15L * (part + 1L));
  }

  /** 64 bits of a lattice point. */
  static long bits(long key, int x, int y) {
    return mix(key ^ mix((long) x << 32 | y & 0xffffffffL));
  }

  /** Evenly in [0, 1). */
  static float unit(long key, int x, int y) {
    return unit(bits(key, x, y));
  }

  /** The upper bits of a hash as a number in [0, 1). */
  static float unit(long bits) {
    return (bits >>> 40) * 0x1p-24f;
  }

  /** The finalizer of SplitMix64: Steele, Lea, Flood, Fast Splittable Generators (2014). */
  private static long mix(long value) {
    long z = value;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
