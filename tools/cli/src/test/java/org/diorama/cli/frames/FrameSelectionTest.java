package org.diorama.cli.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSelectionTest {
  static List<Long> list(FrameSelection selection) {
    List<Long> frames = new ArrayList<>();
    selection.forEach(frames::add);
    return frames;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5; 5",
        "0; 0",
        "0-3; 0 1 2 3",
        "1-10x3; 1 4 7 10",
        "1-9x3; 1 4 7",
        "7-7; 7",
        "8,2-3; 2 3 8",
        "0-4,3-6; 0 1 2 3 4 5 6",
        "0-9x3, 0-9x2; 0 2 3 4 6 8 9",
        "99999999; 99999999"
      })
  void readsRangesInRisingOrderWithoutRepeats(String text, String expected) {
    FrameSelection selection = FrameSelection.parse(text);
    List<Long> frames = List.of(expected.split(" ")).stream().map(Long::valueOf).toList();
    assertEquals(frames, list(selection));
    assertEquals(frames.size(), selection.count());
    assertEquals(frames.get(frames.size() - 1), selection.last());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "-1", "1-", "5-4", "1-9x0", "1,,2", "1-2-3", "0x10", "100000000", "1.5"})
  void refusesWhatIsNoRange(String text) {
    var failure = assertThrows(IllegalArgumentException.class, () -> FrameSelection.parse(text));
    assertTrue(failure.getMessage().startsWith("'"), failure.getMessage());
  }

  @Test
  void hugeRangesStayLazy() {
    FrameSelection selection = FrameSelection.parse("0-99999999");
    assertEquals(100_000_000, selection.count());
    assertEquals(0, selection.iterator().next());
    assertTrue(selection.contains(77_777_777));
  }

  @Test
  void agreesWithASetOnRandomRanges() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      TreeSet<Long> expected = new TreeSet<>();
      List<String> parts = new ArrayList<>();
      for (int part = 0; part <= random.nextInt(4); part++) {
        int first = random.nextInt(40);
        int last = first + random.nextInt(40);
        int step = 1 + random.nextInt(6);
        parts.add(first + "-" + last + "x" + step);
        for (long frame = first; frame <= last; frame += step) {
          expected.add(frame);
        }
      }
      String text = String.join(",", parts);
      FrameSelection selection = FrameSelection.parse(text);
      assertEquals(new ArrayList<>(expected), list(selection), "seed " + seed + ": " + text);
      assertEquals(expected.size(), selection.count(), "seed " + seed + ": " + text);
      long low = random.nextInt(90);
      long high = low + random.nextInt(30);
      assertEquals(
          new ArrayList<>(expected.subSet(low, true, high, true)),
          list(selection.within(low, high)),
          "seed " + seed + ": " + text + " within " + low + ".." + high);
    }
  }
}
