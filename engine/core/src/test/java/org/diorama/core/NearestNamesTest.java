package org.diorama.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
  @ParameterizedTest
  @CsvSource({
    "count, count, 0",
    "cuont, count, 1",
    "coun, count, 1",
    "counts, count, 1",
    "caunt, count, 1",
    "elevation, elevaiton, 1",
    "'', abc, 3",
    "kitten, sitting, 3"
  })
  void distance(String a, String b, int expected) {
    assertEquals(expected, NearestNames.distance(a, b, 9));
    assertEquals(expected, NearestNames.distance(b, a, 9));
  }

  /** A search that gives up early finds whatever is near all the same. */
  @Test
  void givesUpOnlyOnWhatIsFar() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String a = word(random);
      String b = word(random);
      int exact = NearestNames.distance(a, b, 99);
      int most = random.nextInt(6);
      int bounded = NearestNames.distance(a, b, most);
      assertEquals(exact <= most, bounded <= most, a + " " + b);
      assertTrue(exact > most || bounded == exact, a + " " + b);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  @Test
  void listsAFewOfMany() {
    List<String> names = IntStream.range(0, 1000).mapToObj(i -> "n" + i).toList();
    String advice = NearestNames.advice("wheels", names);
    assertTrue(advice.startsWith("Write one of n0, n1, "), advice);
    assertTrue(advice.endsWith(", n39 and 960 more."), advice);
    assertEquals(List.of(), NearestNames.of("x".repeat(101), List.of("x".repeat(100))));
  }

  @Test
  void guessesOnlyWhatIsNear() {
    List<String> names = List.of("at", "yaw", "count", "base_color");
    assertEquals(Optional.of("count"), NearestNames.find("cuont", names));
    assertEquals(Optional.of("base_color"), NearestNames.find("base_colour", names));
    assertEquals(Optional.of("yaw"), NearestNames.find("yav", names));
    assertEquals(Optional.empty(), NearestNames.find("an", names));
    assertEquals(Optional.empty(), NearestNames.find("wheels", names));
    assertEquals("Did you mean yaw?", NearestNames.advice("yaww", names));
    assertEquals(
        "Write one of at, yaw, count, base_color.", NearestNames.advice("position", names));
  }

  @Test
  void atMostThreeNearestFirst() {
    List<String> known = List.of("train", "trunk", "track", "truck", "trucks", "boat");
    assertEquals(List.of("truck", "trucks", "track"), NearestNames.of("truckk", known));
    assertEquals(List.of(), NearestNames.of("umbrella", known));
  }
}
