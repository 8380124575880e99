package org.diorama.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FramePositionTest {
  @Test
  void framesOfASequenceFollowOneAnotherThenItsTwinsThenTheNextSequence() {
    assertEquals(new FramePosition(0, 0, 2, 3), FramePosition.of(2, 2, 3));
    assertEquals(new FramePosition(0, 1, 0, 3), FramePosition.of(3, 2, 3));
    assertEquals(new FramePosition(1, 0, 1, 3), FramePosition.of(7, 2, 3));
  }

  @Test
  void everyFrameHasItsPositionByTheFormula() {
    for (int length = 1; length <= 5; length++) {
      for (int twins = 1; twins <= 4; twins++) {
        for (long frame = 0; frame < 100; frame++) {
          FramePosition at = FramePosition.of(frame, twins, length);
          assertEquals(frame, (at.sequence() * twins + at.twin()) * length + at.step());
        }
      }
    }
  }

  @Test
  void twinsShareTheNumberThatDrawsDependOn() {
    for (int step = 0; step < 4; step++) {
      assertEquals(5 * 4 + step, new FramePosition(5, 0, step, 4).drawNumber());
      assertEquals(5 * 4 + step, FramePosition.of(5 * 12 + 4 + step, 3, 4).drawNumber());
    }
    assertEquals(12, FramePosition.still(12).drawNumber());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new FramePosition(0, 0, 2, 2));
    assertThrows(IllegalArgumentException.class, () -> FramePosition.still(-1));
  }
}
