package org.diorama.core.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LobeAlbedoTest {
  private static final double STRAIGHT_ON = 0.04;

  /** The integral of the table by view that renderers use. */
  @Test
  void isTheMeanOfTheLobe() {
    SpecularAlbedo table = new SpecularAlbedo();
    int size = SpecularAlbedo.SIZE;
    for (int row = 0; row < size; row++) {
      double scale = 0;
      double bias = 0;
      for (int column = 0; column < size; column++) {
        double weight = 2 * (column + 0.5) / size / size;
        scale += weight * table.scale(column, row);
        bias += weight * table.bias(column, row);
      }
      double once = STRAIGHT_ON * scale + bias;
      double lost = 1 - scale - bias;
      double average = STRAIGHT_ON + (1 - STRAIGHT_ON) / 21;
      double expected = once + lost * once * average / (1 - average * lost);
      double roughness = (row + 0.5) / size;
      assertEquals(expected, LobeAlbedo.of(roughness), 0.002, "roughness " + roughness);
    }
  }

  @Test
  void endsAreKept() {
    assertEquals(LobeAlbedo.of(0), LobeAlbedo.of(-0.1));
    assertEquals(LobeAlbedo.of(1), LobeAlbedo.of(1.1));
  }
}
