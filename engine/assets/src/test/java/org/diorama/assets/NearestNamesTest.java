package org.diorama.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  @Test
  void distancesCountEdits() {
    assertEquals(0, NearestNames.distance("car", "car"));
    assertEquals(3, NearestNames.distance("kitten", "sitting"));
    assertEquals(4, NearestNames.distance("", "four"));
  }

  @Test
  void theNearestComeFirstAndTheFarNotAtAll() {
    List<String> known = List.of("truck", "track", "bicycle", "trunk");
    assertEquals(List.of("truck", "track", "trunk"), NearestNames.of("truckk", known));
    assertEquals(List.of(), NearestNames.of("umbrella", known));
  }
}
