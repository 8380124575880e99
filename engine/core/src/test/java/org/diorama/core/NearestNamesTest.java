package org.diorama.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
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
    assertEquals(expected, NearestNames.distance(a, b));
    assertEquals(expected, NearestNames.distance(b, a));
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
