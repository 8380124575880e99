package org.diorama.core.sample.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diorama.core.random.RandomStream;
import org.diorama.core.random.StreamPath;

/**
 * Numbers the tracks of one frame's instances. A number is drawn from the path of the instance's
 * group and its identity there alone, so it is the same in every step and twin of a sequence,
 * whatever else is in the frame. Two instances that draw one number, once in 2³¹ pairs, get
 * neighboring ones.
 */
final class TrackIds {
  private final Map<String, StreamPath> paths = new LinkedHashMap<>();
  private int count;

  /** The numbers that are taken, each at its own place or the next free one; 0 is none. */
  private int[] taken = new int[64];

  /**
   * @param group path of the group of objects
   * @param identity of the instance in it
   * @return 1 to 2³¹ − 1, unique in the frame
   */
  int of(String group, long identity) {
    StreamPath path = paths.computeIfAbsent(group, text -> StreamPath.of(text + ".track"));
    long bits = new RandomStream(0, path, RandomStream.WHOLE_DATASET, identity).nextBits();
    int id = (int) bits & Integer.MAX_VALUE;
    while (id == 0 || !take(id)) {
      id = id + 1 & Integer.MAX_VALUE;
    }
    return id;
  }

  /** Whether nobody had it yet. */
  private boolean take(int id) {
    if (2 * count >= taken.length) {
      int[] before = taken;
      taken = new int[2 * before.length];
      for (int each : before) {
        taken[place(each)] = each;
      }
    }
    int place = place(id);
    if (taken[place] == id) {
      return false;
    }
    taken[place] = id;
    count++;
    return true;
  }

  /** Where a number is, or would be. They are random: their last digits spread them. */
  private int place(int id) {
    int place = id & taken.length - 1;
    while (taken[place] != 0 && taken[place] != id) {
      place = place + 1 & taken.length - 1;
    }
    return place;
  }
}
