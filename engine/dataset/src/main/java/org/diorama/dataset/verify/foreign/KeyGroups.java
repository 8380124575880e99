package org.diorama.dataset.verify.foreign;

import java.io.IOException;
import java.util.Arrays;
import org.diorama.dataset.verify.read.FaultyFile;

/**
 * Brings together which of many things may be alike, by a key of each. Sixteen bytes of memory a
 * thing. Several threads may set keys, each its own.
 */
final class KeyGroups {
  /** Key of what is like nothing. */
  static final long NONE = 0;

  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private final long[] keys;

  /** Takes the numbers of things with one key, ascending. */
  @FunctionalInterface
  interface Group {
    void take(int[] members) throws IOException, FaultyFile;
  }

  KeyGroups(int things) {
    keys = new long[things];
  }

  void set(int thing, long key) {
    keys[thing] = key;
  }

  /** Of bytes, by FNV-1a; never {@link #NONE}. */
  static long key(long start, byte[] bytes) {
    long key = BASIS ^ start;
    for (byte value : bytes) {
      key = (key ^ (value & 0xff)) * PRIME;
    }
    return key == NONE ? 1 : mixed(key);
  }

  /** All bits depend on all, by MurmurHash3's last step: the highest of FNV-1a do on few. */
  private static long mixed(long key) {
    long mixed = (key ^ key >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  /**
   * Goes through all groups of two and more. Things with different keys come together now and then,
   * since the lowest bits of a key give way to the thing's number.
   *
   * @return how many things have a key
   */
  int forEach(Group group) throws IOException, FaultyFile {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(keys.length);
    long[] sorted = sorted(bits);
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] >>> bits == sorted[from] >>> bits) {
        to++;
      }
      if (to > from + 1) {
        group.take(
            Arrays.stream(sorted, from, to)
                .mapToInt(key -> (int) (key & (1L << bits) - 1))
                .toArray());
      }
      from = to;
    }
    return sorted.length;
  }

  private long[] sorted(int bits) {
    long[] sorted = new long[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != NONE) {
        sorted[count++] = keys[i] >>> bits << bits | i;
      }
    }
    long[] known = Arrays.copyOf(sorted, count);
    Arrays.sort(known);
    return known;
  }
}
