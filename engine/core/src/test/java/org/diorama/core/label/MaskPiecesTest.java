package org.diorama.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ShortBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskPiecesTest {
  private final MaskPieces pieces = new MaskPieces();

  private static ShortBuffer plane(String rows) {
    String digits = rows.replace("|", "");
    short[] ids = new short[digits.length()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) (digits.charAt(i) - '0');
    }
    return ShortBuffer.wrap(ids);
  }

  /** Areas of an instance's pieces, in the order of their first pixels. */
  private List<Integer> areas(int id) {
    Map<Integer, Integer> areas = new TreeMap<>();
    for (int run = 0; run < pieces.runs(); run++) {
      if (pieces.id(run) == id) {
        areas.put(pieces.piece(run), pieces.area(pieces.piece(run)));
      }
    }
    return List.copyOf(areas.values());
  }

  /** Of a row without runs it is the first one below; of an image after a larger one, its own. */
  @Test
  void rowsBeginAtTheirFirstRun() {
    pieces.scan(plane("11|11|11|11|11|11"), 2, 6);
    pieces.scan(plane("1021|0000|0330|0000"), 4, 4);
    List<Integer> firsts = IntStream.rangeClosed(0, 4).mapToObj(pieces::firstInRow).toList();
    assertEquals(List.of(0, 3, 3, 4, 4), firsts);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, ''",
    "1, 1, 1",
    "11|11, 2, 4",
    "10|01, 2, 2",
    "01|10, 2, 2",
    "101|000|101, 3, '1,1,1,1'",
    "101|010|101, 3, 5",
    "10001|11111, 5, 7",
    "10101|10101|11111, 5, 11",
    "12|21, 2, 2",
    "0001|0000|1000, 4, '1,1'",
    "111|101|111, 3, 8",
    "1001|0000|1001, 4, '1,1,1,1'"
  })
  void handMadeImages(String rows, int width, String expected) {
    ShortBuffer plane = plane(rows);
    pieces.scan(plane, width, plane.capacity() / width);
    assertEquals(expected, areas(1).toString().replaceAll("[\\[\\] ]", ""), rows);
  }

  /** The same as filling each piece from its first pixel, for ids up to the largest. */
  @Test
  void agreesWithFilling() {
    long seed = 20261128;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int width = 1 + random.nextInt(24);
      int height = 1 + random.nextInt(24);
      int ids = 1 + random.nextInt(4);
      short[] plane = new short[width * height];
      for (int i = 0; i < plane.length; i++) {
        int value = random.nextInt(ids + 1);
        plane[i] = (short) (value == 0 ? 0 : 65536 - value);
      }
      pieces.scan(ShortBuffer.wrap(plane), width, height);
      for (int id = 65536 - ids; id < 65536; id++) {
        assertEquals(
            filled(plane, width, height, (short) id),
            areas(id),
            "seed %d, round %d, id %d".formatted(seed, round, id));
      }
    }
  }

  private static List<Integer> filled(short[] plane, int width, int height, short id) {
    short[] left = plane.clone();
    List<Integer> areas = new java.util.ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      if (left[i] == id) {
        areas.add(fill(left, width, height, i, id));
      }
    }
    return areas;
  }

  private static int fill(short[] left, int width, int height, int first, short id) {
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    left[first] = 0;
    int area = 0;
    while (!open.isEmpty()) {
      int at = open.pop();
      area++;
      for (int y = Math.max(0, at / width - 1); y <= Math.min(height - 1, at / width + 1); y++) {
        for (int x = Math.max(0, at % width - 1); x <= Math.min(width - 1, at % width + 1); x++) {
          if (left[y * width + x] == id) {
            left[y * width + x] = 0;
            open.push(y * width + x);
          }
        }
      }
    }
    return area;
  }
}
