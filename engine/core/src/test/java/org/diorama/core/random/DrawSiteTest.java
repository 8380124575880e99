package org.diorama.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawSiteTest {
  @Test
  void anInstanceWithoutParentHasItsIndexAsIdentity() {
    assertEquals(0, DrawSite.of(0).identity());
    assertEquals(65534, DrawSite.of(65534).identity());
    assertEquals(DrawSite.WHOLE, DrawSite.of(7).parent());
    assertEquals(DrawSite.WHOLE, DrawSite.WHOLE.parent());
    assertEquals(0, DrawSite.WHOLE.index());
  }

  @Test
  void aChildKnowsItsParentAndItsIndexAtEveryLevel() {
    long seed = 20261122;
    Random random = new Random(seed);
    Set<Long> identities = new HashSet<>();
    for (int chain = 0; chain < 1000; chain++) {
      DrawSite site = DrawSite.WHOLE;
      for (int level = 0; level < DrawSite.MOST_LEVELS; level++) {
        int index = random.nextInt(DrawSite.MOST_INSTANCES);
        DrawSite child = site.child(index);
        assertEquals(site, child.parent(), "seed " + seed);
        assertEquals(index, child.index(), "seed " + seed);
        site = child;
      }
      assertTrue(identities.add(site.identity()), "seed " + seed);
    }
    DrawSite last = DrawSite.of(65534).child(65534).child(65534).child(65534);
    assertTrue(last.identity() != DrawSite.WHOLE.identity());
  }

  @Test
  void anIndexThatHasNoRoomIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> DrawSite.of(-1));
    assertThrows(IllegalArgumentException.class, () -> DrawSite.of(65535));
  }
}
