package org.diorama.core.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.diorama.core.math.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstructionTextTest {
  @Test
  void readsBackWhatItWrites() {
    for (Construction each :
        List.of(
            new Construction.Ground(30_000.5, 0, 7),
            new Construction.Horizon(Construction.Outline.SKYLINE, 1e-3, 12, 0),
            new Construction.Cove(new Vec3(1, 0.1, 3), 0.25),
            new Construction.Room(new Vec3(6, 5, 2.7), 0.2, false, List.of()),
            new Construction.Room(
                new Vec3(6, 5, 2.7),
                0.2,
                true,
                List.of(
                    new Construction.Opening(Construction.Wall.LEFT, -1.5, 0, 1, 2, 0),
                    new Construction.Opening(Construction.Wall.BACK, 1, 0.9, 1.1, 1, 0.06))))) {
      assertEquals(each, ConstructionText.parse(ConstructionText.of(each)));
    }
  }

  @Test
  void textIsPinned() {
    assertEquals(
        "room/6,5,2.7,0.2,1/left,-1.5,0,1,2,0",
        ConstructionText.of(
            new Construction.Room(
                new Vec3(6, 5, 2.7),
                0.2,
                true,
                List.of(new Construction.Opening(Construction.Wall.LEFT, -1.5, 0, 1, 2, 0)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tent/1",
        "room",
        "room/1,2",
        "room/1,2,3,4,5/up,1,2,3,4,5",
        "cove/x",
        "ground/1"
      })
  void refusesOtherText(String text) {
    assertThrows(IllegalArgumentException.class, () -> ConstructionText.parse(text));
  }
}
