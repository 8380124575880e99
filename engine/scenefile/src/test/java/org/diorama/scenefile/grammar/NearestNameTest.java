package org.diorama.scenefile.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
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
    assertEquals(expected, NearestName.distance(a, b));
    assertEquals(expected, NearestName.distance(b, a));
  }

  @Test
  void guessesOnlyWhatIsNear() {
    List<String> names = List.of("at", "yaw", "count", "base_color");
    assertEquals(Optional.of("count"), NearestName.find("cuont", names));
    assertEquals(Optional.of("base_color"), NearestName.find("base_colour", names));
    assertEquals(Optional.of("yaw"), NearestName.find("yav", names));
    assertEquals(Optional.empty(), NearestName.find("an", names));
    assertEquals(Optional.empty(), NearestName.find("wheels", names));
    assertEquals("Did you mean yaw?", NearestName.advice("yaww", names));
    assertEquals("Write one of at, yaw, count, base_color.", NearestName.advice("position", names));
  }
}
