package org.diorama.core.sample.frame;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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
  private final Set<Integer> taken = new LinkedHashSet<>();

  /**
   * @param group path of the group of objects
   * @param identity of the instance in it
   * @return 1 to 2³¹ − 1, unique in the frame
   */
  int of(String group, long identity) {
    StreamPath path = paths.computeIfAbsent(group, text -> StreamPath.of(text + ".track"));
    long bits = new RandomStream(0, path, RandomStream.WHOLE_DATASET, identity).nextBits();
    int id = (int) bits & Integer.MAX_VALUE;
    while (id == 0 || !taken.add(id)) {
      id = id + 1 & Integer.MAX_VALUE;
    }
    return id;
  }
}
