package org.diorama.core.label.occlusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceCounterTest {
  private static PieceCounter count(IdImage image) {
    PieceCounter counter = new PieceCounter();
    counter.count(image.runs());
    return counter;
  }

  @Test
  void tinyImages() {
    assertEquals(1, count(IdImage.of("1")).pieces(1));
    assertEquals(0, count(IdImage.of("0")).pieces(1));
    PieceCounter checkered = count(IdImage.of("12", "21"));
    assertEquals(1, checkered.pieces(1));
    assertEquals(1, checkered.pieces(2));
    assertEquals(5, count(IdImage.of("10101", "00000", "10001")).pieces(1));
    assertEquals(3, count(IdImage.of("12121")).pieces(1));
    assertEquals(2, count(IdImage.of("1", "2", "1")).pieces(1));
    // The last row and the last column.
    assertEquals(3, count(IdImage.of("000", "002", "200", "002")).pieces(2));
  }

  @Test
  void aRingIsOnePieceAndItsHoleAnother() {
    PieceCounter counter = count(IdImage.of("1111", "1221", "1221", "1111"));
    assertEquals(1, counter.pieces(1));
    assertEquals(1, counter.pieces(2));
  }

  @Test
  void armsThatMeetLateAreOne() {
    assertEquals(1, count(IdImage.of("10101", "10101", "11111")).pieces(1));
    assertEquals(1, count(IdImage.of("11111", "10101", "10101")).pieces(1));
    assertEquals(1, count(IdImage.of("1000001", "0100010", "0010100", "0001000")).pieces(1));
  }

  /** Buffers hold nothing of the image before. */
  @Test
  void whatHasLeftIsForgotten() {
    IdRuns runs = new IdRuns();
    PieceCounter counter = new PieceCounter();
    IdImage.of("3030", "0000", "3030").scan(runs);
    counter.count(runs);
    assertEquals(4, counter.pieces(3));
    IdImage.of("02").scan(runs);
    counter.count(runs);
    assertEquals(0, counter.pieces(3));
    assertEquals(1, counter.pieces(2));
    assertEquals(2, runs.count());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithFlooding(long seed) {
    Random random = new Random(seed);
    PieceCounter counter = new PieceCounter();
    IdRuns runs = new IdRuns();
    for (int i = 0; i < 50; i++) {
      IdImage image = IdImage.random(random, 1 + random.nextInt(40), 1 + random.nextInt(12));
      image.scan(runs);
      counter.count(runs);
      for (int id : new int[] {1, 2, 65535}) {
        assertEquals(flooded(image, id), counter.pieces(id), "seed " + seed + ", " + image);
      }
    }
  }

  private static int flooded(IdImage image, int id) {
    boolean[] seen = new boolean[image.ids().length];
    int pieces = 0;
    for (int start = 0; start < seen.length; start++) {
      if (!seen[start] && image.ids()[start] == id) {
        pieces++;
        Deque<Integer> open = new ArrayDeque<>();
        open.push(start);
        seen[start] = true;
        while (!open.isEmpty()) {
          int at = open.pop();
          for (int k = 0; k < 9; k++) {
            int x = at % image.width() + k % 3 - 1;
            int y = at / image.width() + k / 3 - 1;
            boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
            if (inside && image.id(x, y) == id && !seen[y * image.width() + x]) {
              seen[y * image.width() + x] = true;
              open.push(y * image.width() + x);
            }
          }
        }
      }
    }
    return pieces;
  }
}
