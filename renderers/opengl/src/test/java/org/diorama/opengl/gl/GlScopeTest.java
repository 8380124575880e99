package org.diorama.opengl.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlScopeTest {
  private final List<Integer> freed = new ArrayList<>();
  private final GlCensus live = new GlCensus();

  @Test
  void closesInReverseAndCounts() {
    Runnable second = () -> freed.add(2);
    try (GlScope scope = new GlScope(live)) {
      scope.own(1, () -> freed.add(1));
      scope.own(2, second);
      scope.own(3, () -> freed.add(3));
      assertEquals(3, live.liveObjects());
      scope.free(2, second);
      assertEquals(2, live.liveObjects());
      assertThrows(IllegalStateException.class, () -> scope.free(2, second));
    }
    assertEquals(List.of(2, 3, 1), freed);
    assertEquals(0, live.liveObjects());
  }
}
