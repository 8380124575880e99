package org.diorama.core.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.diorama.core.math.Affine3;
import org.diorama.core.sample.SampledMaterial;
import org.junit.jupiter.api.Test;

class InstanceRowTest {
  private static List<InstanceRow> rows(int... ids) {
    return InstanceRow.of(
        IntStream.of(ids)
            .mapToObj(id -> new Draw(id, "a", "d", 0, Affine3.IDENTITY, SampledMaterial.NONE))
            .toList());
  }

  @Test
  void drawsOfOneIdAreOneRow() {
    List<InstanceRow> rows = rows(2, 2, 5, 7, 7, 7);
    assertEquals(
        List.of(new InstanceRow(2, 0, 2), new InstanceRow(5, 2, 1), new InstanceRow(7, 3, 3)),
        rows);
    assertArrayEquals(new int[] {0, 0, 1, 2, 2, 2}, InstanceRow.rowOfDraw(rows));
    assertArrayEquals(new int[] {3, 4, 5}, rows.get(2).draws().toArray());
  }

  @Test
  void withoutDrawsThereAreNoRows() {
    assertEquals(List.of(), rows());
    assertArrayEquals(new int[0], InstanceRow.rowOfDraw(List.of()));
  }
}
