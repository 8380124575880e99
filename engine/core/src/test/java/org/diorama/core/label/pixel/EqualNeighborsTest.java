package org.diorama.core.label.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a search one by one, on random rows with long and short runs. */
class EqualNeighborsTest {
  private static final int ROUNDS = 300;

  @Test
  void numbers() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      short[] row = new short[1 + random.nextInt(100)];
      for (int i = 1; i < row.length; i++) {
        row[i] = random.nextInt(1 + (int) seed % 20) == 0 ? (short) random.nextInt() : row[i - 1];
      }
      int limit = 1 + random.nextInt(row.length);
      for (int start = 0; start < limit; start++) {
        int end = start + 1;
        while (end < limit && row[end] == row[start]) {
          end++;
        }
        assertEquals(end, EqualNeighbors.end(row, start, limit), "seed " + seed + ": " + start);
      }
    }
  }

  @Test
  void vectors() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      float[] row = new float[3 * (1 + random.nextInt(40))];
      for (int i = 0; i < row.length; i++) {
        boolean isNew = i < 3 || random.nextInt(1 + (int) seed % 20) == 0;
        // Zeros of both signs are told apart.
        row[i] = isNew ? random.nextInt(2) * (0.5f - random.nextInt(2)) : row[i - 3];
      }
      for (int start = 0; start < row.length; start += 3) {
        int end = start + 3;
        while (end < row.length && isSame(row, start, end)) {
          end += 3;
        }
        assertEquals(
            end,
            EqualNeighbors.endOfVectors(row, start, row.length),
            "seed " + seed + ": " + start);
      }
    }
  }

  private static boolean isSame(float[] row, int one, int other) {
    for (int i = 0; i < 3; i++) {
      if (Float.floatToIntBits(row[one + i]) != Float.floatToIntBits(row[other + i])) {
        return false;
      }
    }
    return true;
  }
}
