package org.diorama.opengl.resident;

import java.util.Map;
import java.util.TreeMap;

/** First fit over a growing range of units; neighbors that are freed merge. */
final class RangeAllocator {
  private final TreeMap<Integer, Integer> freeByOffset = new TreeMap<>();
  private int capacity;
  private int used;

  RangeAllocator(int capacity) {
    this.capacity = capacity;
    freeByOffset.put(0, capacity);
  }

  /** Offset of a range of so many units, or -1 where none is free. */
  int allocate(int units) {
    for (Map.Entry<Integer, Integer> entry : freeByOffset.entrySet()) {
      if (entry.getValue() >= units) {
        int offset = entry.getKey();
        int rest = entry.getValue() - units;
        freeByOffset.remove(offset);
        if (rest > 0) {
          freeByOffset.put(offset + units, rest);
        }
        used += units;
        return offset;
      }
    }
    return -1;
  }

  void free(int offset, int units) {
    used -= units;
    release(offset, units);
  }

  void growTo(int units) {
    release(capacity, units - capacity);
    capacity = units;
  }

  private void release(int offset, int units) {
    if (units == 0) {
      return;
    }
    int start = offset;
    int end = offset + units;
    Map.Entry<Integer, Integer> before = freeByOffset.floorEntry(offset);
    if (before != null && before.getKey() + before.getValue() == start) {
      start = before.getKey();
    }
    Integer after = freeByOffset.remove(end);
    freeByOffset.put(start, (after == null ? end : end + after) - start);
  }

  int capacity() {
    return capacity;
  }

  int used() {
    return used;
  }
}
