package org.diorama.opengl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftwareLanesTest {
  @Test
  void lanesTimesThreadsAreTheCores() {
    assertEquals(2, wanted("0", 2));
    assertEquals(2, wanted("1", 2));
    assertEquals(1, wanted("2", 2));
    assertEquals(3, wanted("2", 5));
    assertEquals(4, wanted("4", 16));
    assertEquals(1, wanted("16", 2));
  }

  @Test
  void oneLaneTakesAllThreadsWhereMesaChoosesTheirNumber() {
    assertEquals(1, SoftwareLanes.wanted(Map.of(), 8));
    for (String unreadable : new String[] {"", "-1", "two", "99999"}) {
      assertEquals(1, wanted(unreadable, 8), unreadable);
    }
  }

  private static int wanted(String threads, int cores) {
    return SoftwareLanes.wanted(Map.of(SoftwareLanes.MESA_THREADS, threads), cores);
  }
}
