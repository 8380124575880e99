package org.diorama.core.sample.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diorama.core.sample.DrawnValue;

/**
 * Different draws in the order they came. The latest can be taken back, which is why a table with
 * linear probing does: what came last stands in nobody's way. A frame of a thousand instances has
 * ten thousand draws, and maps of objects take longer to grow than the draws take.
 */
final class DrawnValues {
  private static final int FIRST_SIZE = 64;

  private final List<DrawnValue> values = new ArrayList<>();
  private int[] hashes = new int[FIRST_SIZE];

  /** Number of the value in each slot, counted from 1; 0 where there is none. */
  private int[] slots = new int[2 * FIRST_SIZE];

  /** Does nothing where the same draw is there. */
  void add(DrawnValue value) {
    int hash = hash(value);
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0) {
      int other = slots[slot] - 1;
      if (hashes[other] == hash && values.get(other).isSameDraw(value)) {
        return;
      }
      slot = slot + 1 & slots.length - 1;
    }
    if (values.size() == hashes.length) {
      grow();
      slot = free(hash);
    }
    hashes[values.size()] = hash;
    values.add(value);
    slots[slot] = values.size();
  }

  int size() {
    return values.size();
  }

  /** Forgets all but the first. */
  void truncate(int size) {
    for (int last = values.size() - 1; last >= size; last--) {
      int slot = hashes[last] & slots.length - 1;
      while (slots[slot] != last + 1) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = 0;
      values.remove(last);
    }
  }

  /** A copy. */
  List<DrawnValue> list() {
    return List.copyOf(values);
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    slots = new int[2 * slots.length];
    for (int i = 0; i < values.size(); i++) {
      slots[free(hashes[i])] = i + 1;
    }
  }

  private int free(int hash) {
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private static int hash(DrawnValue value) {
    int hash = value.drawHash() * 0x9E3779B9;
    return hash ^ hash >>> 16;
  }
}
