package org.diorama.core.sample.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diorama.core.sample.DrawnValue;
import org.junit.jupiter.api.Test;

class DrawnValuesTest {
  private static final long SEED = 5;

  @Test
  void itKeepsWhatAListWithoutRepetitionsKeeps() {
    Random random = new Random(SEED);
    DrawnValues values = new DrawnValues();
    List<DrawnValue> expected = new ArrayList<>();
    for (int step = 0; step < 4000; step++) {
      if (random.nextInt(40) == 0) {
        int size = expected.size() - random.nextInt(Math.min(30, expected.size() + 1));
        values.truncate(size);
        expected.subList(size, expected.size()).clear();
      } else {
        DrawnValue value =
            DrawnValue.of("p" + random.nextInt(4), random.nextInt(60), random.nextInt(9) / 4.0);
        values.add(value);
        if (!expected.contains(value)) {
          expected.add(value);
        }
      }
      assertEquals(expected.size(), values.size(), "seed " + SEED + ", step " + step);
    }
    assertEquals(expected, values.list(), "seed " + SEED);
  }

  @Test
  void drawsAreEqualToWhatWasWrittenOfThem() {
    assertEquals(DrawnValue.read("a", 3, "0.1"), DrawnValue.of("a", 3, 0.1));
    assertEquals(DrawnValue.read("a", 3, "0.1").hashCode(), DrawnValue.of("a", 3, 0.1).hashCode());
  }
}
