package org.diorama.dataset.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.diorama.core.random.FrameKey;
import org.junit.jupiter.api.Test;

class CocoIdsTest {
  @Test
  void everyImageAndInstanceHasItsOwnFromOneOn() {
    Set<Long> images = new HashSet<>();
    Set<Long> annotations = new HashSet<>();
    for (long frame = 0; frame < 20; frame++) {
      for (int camera = 0; camera < 3; camera++) {
        long image = CocoIds.image(frame, camera, 3);
        assertTrue(image >= 1 && images.add(image));
        for (int instance : new int[] {1, 2, 65535}) {
          assertTrue(annotations.add(CocoIds.annotation(image, instance)));
        }
      }
    }
    assertEquals(1, CocoIds.image(0, 0, 1));
    assertEquals(65536 + 9, CocoIds.annotation(1, 9));
  }

  @Test
  void idsBeyondADoublesWholeNumbersAreRefused() {
    long last = (1L << 37) - 1;
    assertEquals((1L << 53) - 1, CocoIds.annotation(last, 65535));
    assertThrows(IllegalArgumentException.class, () -> CocoIds.annotation(last + 1, 1));
    assertThrows(ArithmeticException.class, () -> CocoIds.image(Long.MAX_VALUE, 0, 2));
  }

  @Test
  void theLastFrameIsTheLastWithIds() {
    for (int cameras : new int[] {1, 2, 3, 13, 64, 1000}) {
      long last = FrameKey.lastFrame(cameras);
      CocoIds.annotation(CocoIds.image(last, cameras - 1, cameras), 65535);
      assertThrows(
          IllegalArgumentException.class,
          () -> CocoIds.annotation(CocoIds.image(last + 1, cameras - 1, cameras), 65535));
    }
  }

  @Test
  void everyFrameNumberHasIdsForThirteenCameras() {
    assertTrue(FrameKey.lastFrame(13) >= FrameKey.MAX_FRAME);
  }

  @Test
  void panopticColorsHaveThreeBytes() {
    assertThrows(IllegalArgumentException.class, () -> PanopticColors.color(1 << 24));
    assertThrows(IllegalArgumentException.class, () -> PanopticColors.color(-1));
  }
}
