package org.diorama.core.sample.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackIdsTest {
  @Test
  void whatElseIsInTheFrameDoesNotMatter() {
    int alone = new TrackIds().of("objects.cars", 3);
    TrackIds crowd = new TrackIds();
    for (int i = 0; i < 1000; i++) {
      crowd.of("objects.people", i);
    }
    assertEquals(alone, crowd.of("objects.cars", 3));
    assertNotEquals(alone, new TrackIds().of("objects.cars", 4));
    assertNotEquals(alone, new TrackIds().of("objects.vans", 3));
  }

  /** Of so many instances two or more draw the same number by chance. */
  @Test
  void noFrameHasANumberTwice() {
    TrackIds tracks = new TrackIds();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      int id = tracks.of("objects.dots", i);
      assertTrue(id > 0 && seen.add(id), "instance " + i + ": " + id);
    }
    // Asked again the same numbers come, each moved to the next that is free.
    int first = new TrackIds().of("objects.dots", 0);
    assertTrue(seen.contains(first));
    assertEquals(first + 1, again(first));
  }

  private static int again(int first) {
    TrackIds tracks = new TrackIds();
    assertEquals(first, tracks.of("objects.dots", 0));
    return tracks.of("objects.dots", 0);
  }
}
